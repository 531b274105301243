import {
	decodeMessage,
	encodeMessage,
	fieldOf,
	messageParts,
	repeatedNumbers,
	texts,
	type Field,
} from './wire.mts';

// Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3
const modelGraph = 7;
const graphNode = 1;
const graphInitializer = 5;
const nodeInput = 1;
const nodeOutput = 2;
const nodeOperator = 4;
const nodeAttribute = 5;
const attributeName = 1;
const attributeFloat = 2;
const attributeInteger = 3;
const attributeTensor = 5;
const attributeInts = 8;
const attributeType = 20;
const floatType = 1;
const integerType = 2;
const tensorDims = 1;
const tensorType = 2;
const tensorName = 8;
const tensorRaw = 9;
const tensorOfFloats = 1;

/** A constant of a graph. */
export interface Tensor {
	dims: readonly number[];
	values: Float32Array;
}

/** One operation of a graph. Its inputs and outputs are names of values. */
export interface Node {
	operator: string;
	inputs: string[];
	outputs: string[];
	/** AttributeProto messages, undecoded. */
	attributes: Uint8Array[];
}

/** The graph of an ONNX model, with what is constant in it apart. */
export class Graph {
	nodes: Node[];
	readonly constants: Map<string, Tensor>;
	readonly #model: Field[];
	readonly #rest: Field[];

	constructor(
		nodes: Node[],
		constants: Map<string, Tensor>,
		model: Field[] = [],
		rest: Field[] = [],
	) {
		this.nodes = nodes;
		this.constants = constants;
		this.#model = model;
		this.#rest = rest;
	}

	/** The graph of an encoded model (ModelProto) whose constants are nodes, as Paddle2ONNX writes them. */
	static decode(file: Uint8Array): Graph {
		const model = decodeMessage(file);
		const fields = decodeMessage(fieldOf(model, modelGraph) as Uint8Array);
		const constants = new Map<string, Tensor>();
		const nodes: Node[] = [];
		for (const field of fields.filter(({ number }) => number === graphNode)) {
			const node = decodeNode(field.value as Uint8Array);
			const tensor = node.operator === 'Constant' ? floatsOf(node) : undefined;
			if (tensor) constants.set(node.outputs[0], tensor);
			else nodes.push(node);
		}
		const rest = fields.filter(({ number }) => number !== graphNode);
		return new Graph(nodes, constants, model, rest);
	}

	/** The encoded model, without the constants that no node uses. */
	encode(): Uint8Array {
		const used = new Set(this.nodes.flatMap(({ inputs }) => inputs));
		const initializers = [...this.constants].filter(([name]) => used.has(name));
		const graph = messageParts([
			...this.nodes.map((node) => ({ number: graphNode, value: encodeNode(node) })),
			...initializers.map(([name, tensor]) => ({
				number: graphInitializer,
				value: tensorParts(name, tensor),
			})),
			...this.#rest,
		]);
		return encodeMessage(
			this.#model.map((field) =>
				field.number === modelGraph ? { ...field, value: graph } : field,
			),
		);
	}

	/** The node whose output a value is. */
	producer(value: string): Node | undefined {
		return this.nodes.find(({ outputs }) => outputs.includes(value));
	}

	/** The nodes that take a value. */
	consumers(value: string): Node[] {
		return this.nodes.filter(({ inputs }) => inputs.includes(value));
	}

	/** The only node that takes a value. */
	consumer(value: string): Node | undefined {
		const all = this.consumers(value);
		return all.length === 1 ? all[0] : undefined;
	}

	/** A constant that is a single number. */
	scalar(value: string): number | undefined {
		const tensor = this.constants.get(value);
		return tensor?.values.length === 1 ? tensor.values[0] : undefined;
	}

	/** Adds a constant under a new name that begins like `like`. */
	addConstant(like: string, tensor: Tensor): string {
		const name = `${like}/${this.constants.size}`;
		this.constants.set(name, tensor);
		return name;
	}

	/** Takes out nodes. */
	remove(...nodes: readonly Node[]): void {
		this.nodes = this.nodes.filter((node) => !nodes.includes(node));
	}

	/** Puts a node where another stands. */
	replace(node: Node, by: Node): void {
		this.nodes[this.nodes.indexOf(node)] = by;
	}
}

/** A list of integers that an attribute holds. */
export function intsOf(node: Node, name: string): number[] | undefined {
	const attribute = attributeOf(node, name);
	return attribute && repeatedNumbers(attribute, attributeInts);
}

/** A number that an attribute holds. */
export function floatOf(node: Node, name: string): number | undefined {
	const value = fieldOf(attributeOf(node, name) ?? [], attributeFloat);
	return value instanceof Uint8Array ? Buffer.from(value).readFloatLE() : undefined;
}

/** An attribute with a number. */
export function floatAttribute(name: string, value: number): Uint8Array {
	const float = Buffer.alloc(4);
	float.writeFloatLE(value);
	return encodeMessage([
		{ number: attributeName, value: Buffer.from(name) },
		{ number: attributeFloat, value: float, fixed: true },
		{ number: attributeType, value: floatType },
	]);
}

/** An attribute with an integer. */
export function integerAttribute(name: string, value: number): Uint8Array {
	return encodeMessage([
		{ number: attributeName, value: Buffer.from(name) },
		{ number: attributeInteger, value },
		{ number: attributeType, value: integerType },
	]);
}

function attributeOf(node: Node, name: string): Field[] | undefined {
	return node.attributes
		.map((attribute) => decodeMessage(attribute))
		.find((fields) => texts(fields, attributeName)[0] === name);
}

function decodeNode(message: Uint8Array): Node {
	const fields = decodeMessage(message);
	return {
		operator: texts(fields, nodeOperator)[0],
		inputs: texts(fields, nodeInput),
		outputs: texts(fields, nodeOutput),
		attributes: fields
			.filter(({ number }) => number === nodeAttribute)
			.map(({ value }) => value as Uint8Array),
	};
}

function encodeNode({ operator, inputs, outputs, attributes }: Node): Uint8Array {
	const text = (number: number) => (value: string) => ({ number, value: Buffer.from(value) });
	return encodeMessage([
		...inputs.map(text(nodeInput)),
		...outputs.map(text(nodeOutput)),
		text(nodeOperator)(operator),
		...attributes.map((value) => ({ number: nodeAttribute, value })),
	]);
}

/** The tensor of a Constant node, unless it holds other than floats. */
function floatsOf(constant: Node): Tensor | undefined {
	const value = fieldOf(attributeOf(constant, 'value') ?? [], attributeTensor);
	const fields = decodeMessage(value as Uint8Array);
	const raw = fieldOf(fields, tensorRaw);
	if (fieldOf(fields, tensorType) !== tensorOfFloats || !(raw instanceof Uint8Array)) {
		return undefined;
	}
	return {
		dims: repeatedNumbers(fields, tensorDims),
		// A copy: the floats may lie at an odd address.
		values: new Float32Array(new Uint8Array(raw).buffer),
	};
}

function tensorParts(name: string, { dims, values }: Tensor): Uint8Array[] {
	return messageParts([
		...dims.map((value) => ({ number: tensorDims, value })),
		{ number: tensorType, value: tensorOfFloats },
		{ number: tensorName, value: Buffer.from(name) },
		{
			number: tensorRaw,
			value: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
		},
	]);
}
