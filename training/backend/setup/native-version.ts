import { openNative } from '../native.ts';

/** What tfjs-node's backend says of the library, beyond tfjs's own type. */
interface NativeBackend {
  readonly binding: { readonly TF_Version: string };
}

const { tf } = await openNative();
const [two] = tf.scalar(1).add(1).dataSync<'float32'>();
if (two !== 2) throw new Error(`TensorFlow says that 1 + 1 is ${two}.`);
process.stdout.write(`${(tf.backend() as unknown as NativeBackend).binding.TF_Version}\n`);
