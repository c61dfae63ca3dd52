/**
 * ONNX's operators as far as our graphs use them, as of opset 17 (onnx/docs/Operators.md).
 *
 * A signature lists the inputs' element types and the output's. `T` is any type, the same wherever it
 * stands; `index` is int32 or int64; `to` is what the attribute says. `?` marks an optional input, `+`
 * one or more. Types that ONNX allows and our graphs never use are left out.
 */
export interface Operator {
  readonly inputs: readonly InputRule[];
  readonly output: string;
  readonly attributes: Readonly<Record<string, AttributeRule>>;
}

export interface InputRule {
  readonly type: string;
  readonly optional: boolean;
  readonly repeated: boolean;
}

/** `!` marks one that must be given. */
export type AttributeRule = 'int' | 'int!' | 'ints' | 'ints!' | 'float' | 'string';

const WINDOW = { auto_pad: 'string', dilations: 'ints', pads: 'ints', strides: 'ints' } as const;
const CONVOLUTION = { ...WINDOW, group: 'int', kernel_shape: 'ints' } as const;
const POOL = { ...WINDOW, ceil_mode: 'int', kernel_shape: 'ints!' } as const;
const REDUCTION = { axes: 'ints', keepdims: 'int' } as const;

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ...same('T -> T', ['Abs', 'Identity', 'Neg', 'Relu', 'Sign']),
  ...same('T T -> T', ['Add', 'Div', 'Mul', 'Sub']),
  ...same('T+ -> T', ['Max', 'Min']),
  ...same('T T -> bool', ['Equal', 'Greater', 'GreaterOrEqual', 'Less', 'LessOrEqual']),
  ...same('float32 -> float32', ['Ceil', 'Erf', 'Exp', 'Floor', 'Round', 'Sqrt']),
  ...same('float32 -> float32', ['Sigmoid', 'Softplus', 'Softsign', 'Tanh']),
  ...same('float32 -> float32', ['GlobalAveragePool', 'GlobalMaxPool']),
  operator('AveragePool', 'float32 -> float32', {
    auto_pad: 'string',
    ceil_mode: 'int',
    count_include_pad: 'int',
    kernel_shape: 'ints!',
    pads: 'ints',
    strides: 'ints',
  }),
  operator('Cast', 'T -> to', { to: 'int!' }),
  operator('Clip', 'T T? T? -> T'),
  operator('Concat', 'T+ -> T', { axis: 'int!' }),
  operator('Conv', 'float32 float32 float32? -> float32', CONVOLUTION),
  operator('ConvTranspose', 'float32 float32 float32? -> float32', {
    ...CONVOLUTION,
    output_padding: 'ints',
    output_shape: 'ints',
  }),
  operator('Elu', 'float32 -> float32', { alpha: 'float' }),
  operator('Expand', 'T int64 -> T'),
  operator('Flatten', 'T -> T', { axis: 'int' }),
  operator('Gather', 'T index -> T', { axis: 'int' }),
  operator('Gemm', 'float32 float32 float32? -> float32', {
    alpha: 'float',
    beta: 'float',
    transA: 'int',
    transB: 'int',
  }),
  operator('HardSigmoid', 'float32 -> float32', { alpha: 'float', beta: 'float' }),
  operator('LeakyRelu', 'float32 -> float32', { alpha: 'float' }),
  operator('LogSoftmax', 'float32 -> float32', { axis: 'int' }),
  operator('MatMul', 'float32 float32 -> float32'),
  operator('MaxPool', 'float32 -> float32', { ...POOL, storage_order: 'int' }),
  operator('PRelu', 'float32 float32 -> float32'),
  operator('Pad', 'T int64 T? -> T', { mode: 'string' }),
  operator('ReduceMax', 'T -> T', REDUCTION),
  operator('ReduceMean', 'T -> T', REDUCTION),
  operator('ReduceMin', 'T -> T', REDUCTION),
  operator('ReduceSum', 'T int64? -> T', { keepdims: 'int', noop_with_empty_axes: 'int' }),
  operator('Reshape', 'T int64 -> T', { allowzero: 'int' }),
  operator('Resize', 'T float32? float32? int64? -> T', {
    coordinate_transformation_mode: 'string',
    cubic_coeff_a: 'float',
    exclude_outside: 'int',
    extrapolation_value: 'float',
    mode: 'string',
    nearest_mode: 'string',
  }),
  operator('Selu', 'float32 -> float32', { alpha: 'float', gamma: 'float' }),
  operator('Shape', 'T -> int64', { start: 'int', end: 'int' }),
  operator('Slice', 'T index index index? index? -> T'),
  operator('Softmax', 'float32 -> float32', { axis: 'int' }),
  operator('Squeeze', 'T int64? -> T'),
  operator('ThresholdedRelu', 'float32 -> float32', { alpha: 'float' }),
  operator('Transpose', 'T -> T', { perm: 'ints' }),
  operator('Unsqueeze', 'T int64 -> T'),
  operator('Where', 'bool T T -> T'),
]);

/** Undefined for an operator that our graphs do not use. */
export function operatorNamed(opType: string): Operator | undefined {
  return OPERATORS.get(opType);
}

type Entry = [opType: string, operator: Operator];

function same(signature: string, opTypes: readonly string[]): Entry[] {
  return opTypes.map((opType) => operator(opType, signature));
}

function operator(
  opType: string,
  signature: string,
  attributes: Operator['attributes'] = {},
): Entry {
  const [inputs = '', output = ''] = signature.split(' -> ');
  return [opType, { inputs: inputs.split(' ').map(inputRule), output, attributes }];
}

function inputRule(text: string): InputRule {
  const type = text.replace(/[?+]$/, '');
  return { type, optional: text.endsWith('?'), repeated: text.endsWith('+') };
}
