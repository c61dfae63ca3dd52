// ONNX Runtime for Go. Arguments and files are those of ../python/harness.py; the environment variable
// ORT_LIBRARY names ONNX Runtime's shared library.
package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"log"
	"os"

	ort "github.com/yalue/onnxruntime_go"
)

func main() {
	log.SetFlags(0)
	ort.SetSharedLibraryPath(os.Getenv("ORT_LIBRARY"))
	check(ort.InitializeEnvironment())
	if len(os.Args) == 2 && os.Args[1] == "--version" {
		fmt.Println(ort.GetVersion())
		return
	}
	run(os.Args[1], os.Args[2], os.Args[3], os.Args[4:])
}

func run(model, tensors, outputs string, names []string) {
	inputs, _, err := ort.GetInputOutputInfo(model)
	check(err)
	session, err := ort.NewDynamicAdvancedSession(model, []string{inputs[0].Name}, names, nil)
	check(err)
	bytes, err := os.ReadFile(tensors)
	check(err)
	file, err := os.Create(outputs)
	check(err)
	writer := bufio.NewWriter(file)
	for left := number(&bytes); left > 0; left-- {
		values := make([]ort.Value, len(names))
		check(session.Run([]ort.Value{nextTensor(&bytes)}, values))
		for _, value := range values {
			check(binary.Write(writer, binary.LittleEndian, floats(value)))
		}
	}
	check(writer.Flush())
}

func nextTensor(bytes *[]byte) ort.Value {
	height, width, channels := number(bytes), number(bytes), number(bytes)
	size := height * width * channels
	tensor, err := ort.NewTensor(ort.NewShape(height, width, channels), (*bytes)[:size])
	check(err)
	*bytes = (*bytes)[size:]
	return tensor
}

func number(bytes *[]byte) int64 {
	value := binary.LittleEndian.Uint32(*bytes)
	*bytes = (*bytes)[4:]
	return int64(value)
}

func floats(value ort.Value) []float32 {
	switch tensor := value.(type) {
	case *ort.Tensor[float32]:
		return tensor.GetData()
	case *ort.Tensor[int32]:
		return converted(tensor.GetData())
	case *ort.Tensor[uint8]:
		return converted(tensor.GetData())
	}
	panic(fmt.Sprintf("unexpected type %T", value))
}

func converted[T int32 | uint8](elements []T) []float32 {
	floats := make([]float32, len(elements))
	for i, element := range elements {
		floats[i] = float32(element)
	}
	return floats
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
