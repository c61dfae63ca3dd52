import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { arch, platform } from 'node:process';
import { PROJECT_ROOT } from '../../runtime-node/paths.ts';
import type { Engine } from './engine.ts';

/** Where `test/engines/setup.sh` puts them. */
const INSTALLED = process.env['DITTO_ENGINES'] ?? join(PROJECT_ROOT, '.cache', 'engines');

const SOURCES = join(PROJECT_ROOT, 'test', 'engines');

const WINDOWS = platform === 'win32';

/** Every engine that we know of, installed or not. */
export const ENGINES: readonly Engine[] = [
  inPython('ONNX Runtime, Python', 'onnxruntime', 'onnxruntime', { promised: true }),
  inPython('ONNX Runtime, Python', 'onnxruntime-1.20', 'onnxruntime', { promised: true }),
  inPython('ONNX Runtime, Python', 'onnxruntime-1.17', 'onnxruntime'),
  inPython('ONNX Runtime, Python, no memory patterns', 'onnxruntime-1.17', 'onnxruntime', {
    environment: { ORT_NO_MEMORY_PATTERNS: '1' },
  }),
  {
    id: 'java',
    name: 'ONNX Runtime, Java',
    promised: false,
    command: ['java', '-cp', join(INSTALLED, 'java', '*'), join(SOURCES, 'java', 'Harness.java')],
  },
  {
    id: 'go',
    name: 'ONNX Runtime, Go',
    promised: false,
    command: [join(INSTALLED, 'go', executable('harness'))],
    environment: { ORT_LIBRARY: nodesLibrary() },
  },
  inPython('OpenVINO, float32', 'openvino', 'openvino', { promised: true }),
  inPython('OpenVINO, its own choice of precision', 'openvino', 'openvino', {
    environment: { OPENVINO_DEFAULT: '1' },
  }),
  inRust('tract, Rust, size fixed at load', 'tract'),
  inRust('rten, Rust', 'rten'),
  inPython('OpenCV', 'opencv', 'opencv'),
  inPython('OpenCV', 'opencv-4', 'opencv'),
  inPython('PyTorch by onnx2torch', 'onnx2torch', 'onnx2torch'),
  inPython('onnx.reference, numpy', 'reference', 'reference'),
];

function inPython(
  name: string,
  id: string,
  harness: string,
  more: Partial<Pick<Engine, 'promised' | 'environment'>> = {},
): Engine {
  const python = WINDOWS ? join('Scripts', 'python.exe') : join('bin', 'python');
  const script = join(SOURCES, 'python', `with_${harness}.py`);
  return { id, name, promised: false, command: [join(INSTALLED, id, python), script], ...more };
}

function inRust(name: string, program: string): Engine {
  const path = join(INSTALLED, 'rust', 'release', executable(program));
  return { id: 'rust', name, promised: true, command: [path] };
}

function executable(name: string): string {
  return WINDOWS ? `${name}.exe` : name;
}

/** The shared library of ONNX Runtime that onnxruntime-node brings. */
function nodesLibrary(): string {
  const root = dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'));
  const folder = join(root, 'bin', 'napi-v6', platform, arch);
  const names = ['libonnxruntime.so.1', 'onnxruntime.dll', 'libonnxruntime.dylib'];
  return names.map((name) => join(folder, name)).find(existsSync) ?? '';
}
