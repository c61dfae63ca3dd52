import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OnnxJavaType;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * ONNX Runtime for Java. Arguments and files are those of ../python/harness.py.
 */
public final class Harness {
  public static void main(String[] arguments) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    if (arguments.length == 1 && arguments[0].equals("--version")) {
      System.out.println(environment.getVersion());
      return;
    }
    List<String> names = List.of(arguments).subList(3, arguments.length);
    try (OrtSession session = environment.createSession(arguments[0]);
        OutputStream outputs =
            new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[2])))) {
      ByteBuffer tensors = littleEndian(Files.readAllBytes(Path.of(arguments[1])));
      for (int left = tensors.getInt(); left > 0; left--) {
        try (OnnxTensor tensor = nextTensor(environment, tensors)) {
          run(session, tensor, names, outputs);
        }
      }
    }
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static OnnxTensor nextTensor(OrtEnvironment environment, ByteBuffer tensors)
      throws Exception {
    long[] shape = {tensors.getInt(), tensors.getInt(), tensors.getInt()};
    byte[] elements = new byte[(int) (shape[0] * shape[1] * shape[2])];
    tensors.get(elements);
    return OnnxTensor.createTensor(
        environment, ByteBuffer.wrap(elements), shape, OnnxJavaType.UINT8);
  }

  private static void run(
      OrtSession session, OnnxTensor tensor, List<String> names, OutputStream outputs)
      throws Exception {
    String input = session.getInputNames().iterator().next();
    Set<String> wanted = new LinkedHashSet<>(names);
    try (OrtSession.Result results = session.run(Map.of(input, tensor), wanted)) {
      for (String name : names) {
        outputs.write(asFloats((OnnxTensor) results.get(name).orElseThrow()));
      }
    }
  }

  private static byte[] asFloats(OnnxTensor output) {
    ByteBuffer elements = output.getByteBuffer().order(ByteOrder.nativeOrder());
    int count = elements.remaining() / output.getInfo().type.size;
    ByteBuffer floats = littleEndian(new byte[4 * count]);
    while (elements.hasRemaining()) {
      floats.putFloat(
          switch (output.getInfo().type) {
            case FLOAT -> elements.getFloat();
            case INT32 -> elements.getInt();
            case UINT8 -> Byte.toUnsignedInt(elements.get());
            default -> throw new IllegalArgumentException("type " + output.getInfo().type);
          });
    }
    return floats.array();
  }
}
