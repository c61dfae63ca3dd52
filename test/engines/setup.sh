#!/usr/bin/env bash
# Installs the engines that `npm run engines` tries, or those that are named:
#
#     test/engines/setup.sh [onnxruntime|onnxruntime-1.20|…|rust|java|go]…
#
# They go into .cache/engines, or where DITTO_ENGINES says. PYTHON is the Python 3.10 to 3.12 to use.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
engines=${DITTO_ENGINES:-$here/../../.cache/engines}
mkdir -p "$engines"
engines=$(cd "$engines" && pwd)

venv() {
  "${PYTHON:-python3}" -m venv "$engines/$1"
  "$engines/$1/bin/python" -m pip install --quiet "${@:2}"
}

install() {
  case $1 in
    onnxruntime) venv "$1" onnxruntime ;;
    onnxruntime-1.20) venv "$1" onnxruntime==1.20.1 ;;
    onnxruntime-1.17) venv "$1" onnxruntime==1.17.3 'numpy<2' ;;
    openvino) venv "$1" openvino ;;
    opencv) venv "$1" 'opencv-python-headless>=5' ;;
    opencv-4) venv "$1" 'opencv-python-headless<5' ;;
    onnx2torch) venv "$1" onnx2torch ;; # brings PyTorch, 6 GB with what it brings
    reference) venv "$1" onnx ;;
    rust) cargo build --release --locked --manifest-path "$here/rust/Cargo.toml" --target-dir "$engines/rust" ;;
    java) mvn --quiet --file "$here/java/pom.xml" dependency:copy-dependencies "-DoutputDirectory=$engines/java" ;;
    go) go build -C "$here/go" -o "$engines/go/harness" ;;
    *)
      echo "There is no engine $1; see the list in $0." >&2
      return 2
      ;;
  esac
}

if [ $# -eq 0 ]; then
  set -- onnxruntime onnxruntime-1.20 onnxruntime-1.17 openvino opencv opencv-4 onnx2torch reference rust java go
fi
for engine in "$@"; do
  echo "== $engine"
  install "$engine"
done
