import assert from 'node:assert/strict';
import { ort } from '../../../runtime-node/onnx.ts';
import { Whole, type Range } from '../../exact/whole.ts';
import { GraphBuilder, type Value } from '../../onnx/graph.ts';
import type { Image } from './image.ts';
import type { InkBox } from './ink-box.ts';
import { Matrix } from './matrix.ts';

export const BYTE: Range = { low: 0, high: 255 };
export const BIT: Range = { low: 0, high: 1 };
/** Of a grey picture's ground: 1 for white, -1 for black, 0 where it is not known. */
export const GROUND: Range = { low: -1, high: 1 };
/** A side of a shrunk picture, in pixels. */
const SIDE: Range = { low: 1, high: 768 };

/** The inputs of a piece that works on a grey picture. */
export const GREY = { grey: BYTE, sides: SIDE };

type Matrices<Name extends string> = Record<Name, Matrix>;
type Wholes<Name extends string> = Readonly<Record<Name, Whole>>;

/**
 * A graph of what `build` adds, in ONNX Runtime.
 *
 * @param ranges of the graph's inputs, whole numbers [rows, columns], by name
 * @param build from inputs to outputs; [a, b, c] comes out as [a, b * c]
 */
export async function openPiece<In extends string, Out extends string>(
  ranges: Readonly<Record<In, Range>>,
  build: (inputs: Wholes<In>) => Wholes<Out>,
): Promise<(inputs: Readonly<Matrices<In>>) => Promise<Matrices<Out>>> {
  const graph = new GraphBuilder();
  const inputs = mapped<In, Range, Whole>(ranges, (range, name) => {
    return new Whole(graph, graph.input(name, 'float32', [`${name}Rows`, `${name}Columns`]), range);
  });
  const run = await opened(graph, build(inputs));
  return (matrices) => run(mapped<In, Matrix, Tensor>(matrices, tensorOf));
}

/** The same for what begins with a picture as it is given. */
export async function openImagePiece<Out extends string>(
  build: (graph: GraphBuilder, image: Value) => Wholes<Out>,
): Promise<(image: Image) => Promise<Matrices<Out>>> {
  const graph = new GraphBuilder();
  const value = graph.input('image', 'uint8', ['H', 'W', 'C']);
  const run = await opened(graph, build(graph, value));
  return ({ pixels, height, width, channels }) =>
    run({ image: new ort.Tensor('uint8', pixels, [height, width, channels]) });
}

type Tensor = InstanceType<typeof ort.Tensor>;

async function opened<Out extends string>(graph: GraphBuilder, outputs: Wholes<Out>) {
  for (const [name, { value }] of Object.entries<Whole>(outputs)) {
    const flat = graph.reshape(value, [0, -1]);
    graph.output(flat, outputName(name), 'float32', [`${name}Rows`, `${name}Columns`]);
  }
  const session = await ort.InferenceSession.create(graph.toModel('piece'), {
    intraOpNumThreads: 1,
  });
  return async (feeds: Record<string, Tensor>): Promise<Matrices<Out>> => {
    const results = await session.run(feeds);
    return mapped<Out, Whole, Matrix>(outputs, ({ range }, name) => {
      const result = matrixOf(results[outputName(name)]);
      for (const element of result.elements) {
        assert.ok(element >= range.low && element <= range.high, `${element} in ${name}`);
      }
      return result;
    });
  };
}

/** An input may have the same name. */
function outputName(name: string): string {
  return `result/${name}`;
}

function tensorOf({ elements, height, width }: Matrix): Tensor {
  return new ort.Tensor('float32', Float32Array.from(elements), [height, width]);
}

function matrixOf(tensor: Tensor | undefined): Matrix {
  const [height = 0, width = 0] = tensor?.dims ?? [];
  const data = tensor?.data;
  assert.ok(data instanceof Float32Array);
  assert.ok(data.every(Number.isInteger));
  return new Matrix(height, width, (y, x) => data[y * width + x] ?? NaN);
}

/** Fails with the first place in which two matrices differ. */
export function assertSame(actual: Matrix, expected: Matrix, what: string): void {
  const sizes = [actual, expected].map(({ height, width }) => `${height}x${width}`);
  assert.equal(sizes[0], sizes[1], `the size of ${what}`);
  const place = actual.elements.findIndex((element, at) => element !== expected.elements[at]);
  if (place < 0) return;
  const [y, x] = [Math.floor(place / actual.width), place % actual.width];
  assert.equal(actual.at(y, x), expected.at(y, x), `(${y}, ${x}) of ${what}, ${String(sizes[0])}`);
}

/** A number as the [1, 1] matrix that stands for it in the graph. */
export function scalar(value: number): Matrix {
  return new Matrix(1, 1, () => value);
}

/** The sides of a picture, or of a part of it, as the graph has them. */
export function sidesOf({ height, width }: Pick<InkBox, 'height' | 'width'>): Matrix {
  return new Matrix(1, 2, (_, axis) => (axis === 0 ? height : width));
}

/** Where a part of a picture begins, as the graph has it. */
export function topLeftOf({ top, left }: InkBox): Matrix {
  return new Matrix(1, 2, (_, axis) => (axis === 0 ? top : left));
}

/** What goes into the inputs `GREY`. */
export function greyInputs(grey: Matrix): Matrices<keyof typeof GREY> {
  return { grey, sides: sidesOf(grey) };
}

function mapped<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  change: (value: From, key: string) => To,
): Record<Key, To> {
  const entries = Object.entries<From>(record).map(([key, value]) => [key, change(value, key)]);
  return Object.fromEntries(entries) as Record<Key, To>;
}
