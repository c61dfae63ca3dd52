import { AttributeProto_AttributeType, type NodeProto } from 'onnx-buf';
import { elementTypeNamed } from '../proto.ts';
import { operatorNamed, type InputRule, type Operator } from './operators.ts';

/** Element types of the values known so far, by name. */
export type KnownTypes = ReadonlyMap<string, string>;

const KINDS: Readonly<Partial<Record<AttributeProto_AttributeType, string>>> = {
  [AttributeProto_AttributeType.INT]: 'int',
  [AttributeProto_AttributeType.INTS]: 'ints',
  [AttributeProto_AttributeType.FLOAT]: 'float',
  [AttributeProto_AttributeType.STRING]: 'string',
};

/** What is known of a node once its operator's rules are applied. */
export interface CheckedNode {
  readonly faults: readonly string[];
  /** Element type of its output; undefined where that cannot be told. */
  readonly type: string | undefined;
}

/** Holds a node against its operator's signature and attributes. */
export function checkNode(node: NodeProto, types: KnownTypes): CheckedNode {
  const operator = node.domain === '' ? operatorNamed(node.opType) : undefined;
  if (!operator) return { faults: [`operator ${node.opType} is unknown`], type: undefined };
  const bound = new Map<string, string>();
  const faults = [
    ...countFaults(node, operator),
    ...node.input.flatMap((name, index) => {
      return inputFaults(name, ruleFor(operator, index), types.get(name), bound);
    }),
    ...attributeFaults(node, operator),
  ];
  return { faults, type: outputType(node, operator, bound) };
}

function ruleFor({ inputs }: Operator, index: number): InputRule | undefined {
  const last = inputs.at(-1);
  return inputs[index] ?? (last?.repeated ? last : undefined);
}

function countFaults({ input, output }: NodeProto, { inputs }: Operator): readonly string[] {
  const least = inputs.filter(({ optional }) => !optional).length;
  const most = inputs.at(-1)?.repeated ? Infinity : inputs.length;
  const faults: string[] = [];
  if (input.length < least || input.length > most) {
    faults.push(`takes ${least} to ${most} inputs, but has ${input.length}`);
  }
  if (output.length !== 1) faults.push(`has ${output.length} outputs, not one`);
  return faults;
}

function inputFaults(
  name: string,
  rule: InputRule | undefined,
  type: string | undefined,
  bound: Map<string, string>,
): readonly string[] {
  if (!rule) return [];
  if (name === '') return rule.optional ? [] : ['leaves out an input that it needs'];
  if (type === undefined) return [`reads "${name}", which nothing before it gives`];
  const wanted = rule.type === 'T' ? (bound.get('T') ?? type) : rule.type;
  if (rule.type === 'T') bound.set('T', wanted);
  const fits = wanted === 'index' ? type === 'int32' || type === 'int64' : type === wanted;
  return fits ? [] : [`wants ${wanted}, but "${name}" is ${type}`];
}

function attributeFaults({ attribute }: NodeProto, { attributes }: Operator): readonly string[] {
  const given = new Map(attribute.map(({ name, type }) => [name, KINDS[type]]));
  const faults = attribute.length === given.size ? [] : ['has an attribute twice'];
  for (const [name, kind] of given) {
    const rule = attributes[name];
    if (!rule) faults.push(`has the unknown attribute ${name}`);
    else if (rule.replace('!', '') !== kind)
      faults.push(`attribute ${name} is not of kind ${rule}`);
  }
  const missing = Object.entries(attributes).filter(([name, rule]) => {
    return rule.endsWith('!') && !given.has(name);
  });
  return [...faults, ...missing.map(([name]) => `lacks the attribute ${name}`)];
}

function outputType(
  { attribute }: NodeProto,
  { output }: Operator,
  bound: ReadonlyMap<string, string>,
): string | undefined {
  if (output === 'T') return bound.get('T');
  if (output !== 'to') return output;
  const to = attribute.find(({ name }) => name === 'to');
  return to && elementTypeNamed(Number(to.i));
}
