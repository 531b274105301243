import {
	floatAttribute,
	floatOf,
	integerAttribute,
	intsOf,
	type Graph,
	type Node,
	type Tensor,
} from './graph.mts';
import { upscaleAtOnce } from './upscaling.mts';

/**
 * Rewrites the graph of a PP-OCRv4 model into one that computes the same with far fewer operations.
 * Training left a factor and an offset before and after each activation (PP-LCNetV3's learnable affine
 * blocks), and the export wrote each activation as four operations: together they took more than half of
 * the time, in passes over the memory that onnxruntime does not fuse by itself.
 */
export function simplify(graph: Graph): Graph {
	nameHardSwish(graph);
	absorbAfterConvolutions(graph);
	absorbBeforeConvolutions(graph);
	scaleInOneStep(graph);
	upscaleAtOnce(graph);
	return graph;
}

/** `x · clip(x + 3, 0, 6) / 6` becomes `x · hardSigmoid(x)`, which onnxruntime computes in the convolution. */
function nameHardSwish(graph: Graph): void {
	for (const clip of graph.nodes.filter(({ operator }) => operator === 'Clip')) {
		const shift = graph.producer(clip.inputs[0]);
		const product = graph.consumer(clip.outputs[0]);
		const division = product && graph.consumer(product.outputs[0]);
		const bounds = [
			floatOf(clip, 'min') ?? graph.scalar(clip.inputs[1]),
			floatOf(clip, 'max') ?? graph.scalar(clip.inputs[2]),
		];
		if (
			!is(shift, 'Add') ||
			!is(product, 'Mul') ||
			!is(division, 'Div') ||
			graph.scalar(shift.inputs[1]) !== 3 ||
			graph.scalar(division.inputs[1]) !== 6 ||
			product.inputs[0] !== shift.inputs[0] ||
			String(bounds) !== '0,6'
		) {
			continue;
		}
		graph.replace(clip, {
			operator: 'HardSigmoid',
			inputs: [shift.inputs[0]],
			outputs: clip.outputs,
			attributes: [floatAttribute('alpha', 1 / 6), floatAttribute('beta', 0.5)],
		});
		product.outputs = division.outputs;
		graph.remove(shift, division);
	}
}

/** A convolution takes the factors and offsets that follow it into its weights and its bias. */
function absorbAfterConvolutions(graph: Graph): void {
	for (const convolution of graph.nodes.filter(isConvolution)) {
		let factor = 1;
		let offset = 0;
		for (;;) {
			const next = graph.consumer(convolution.outputs[0]);
			const step = next && scalarStep(graph, next);
			if (!step) break;
			if (next.operator === 'Add') offset += step.scalar;
			else {
				factor *= step.scalar;
				offset *= step.scalar;
			}
			convolution.outputs = next.outputs;
			graph.remove(next);
		}
		if (factor === 1 && offset === 0) continue;
		const { weights, bias } = parametersOf(graph, convolution);
		const lifted = bias.map((value) => value * factor + offset);
		setParameters(graph, convolution, scaled(weights, factor), lifted);
	}
}

/**
 * `x · factor + offset` goes into the weights and biases of the convolutions that take it. Where its
 * border is padded with zeros the offset cannot, and for other operations neither: for these it
 * becomes one convolution of a pixel and a channel each, onnxruntime's fastest form of it.
 */
function absorbBeforeConvolutions(graph: Graph): void {
	for (const scaling of [...graph.nodes]) {
		const factor = scaling.operator === 'Mul' ? scalarStep(graph, scaling) : undefined;
		const shift = factor && graph.consumer(scaling.outputs[0]);
		const offset = is(shift, 'Add') ? scalarStep(graph, shift) : undefined;
		const channels = factor && channelsOf(graph, factor.value);
		if (!shift || !offset || !channels) continue;

		const consumers = graph.consumers(shift.outputs[0]);
		for (const convolution of consumers.filter(isUnpadded)) {
			const { weights, bias } = parametersOf(graph, convolution);
			const perChannel = weights.values.length / weights.dims[0];
			const lifted = bias.map((value, i) => {
				let sum = 0;
				for (let at = i * perChannel; at < (i + 1) * perChannel; at++) sum += weights.values[at];
				return value + offset.scalar * sum;
			});
			setParameters(graph, convolution, scaled(weights, factor.scalar), lifted);
			convolution.inputs[0] = factor.value;
		}
		if (consumers.every(isUnpadded)) graph.remove(scaling);
		else {
			const affine = pointwise(graph, factor.value, channels, factor.scalar, offset.scalar);
			graph.replace(scaling, { ...affine, outputs: shift.outputs });
		}
		graph.remove(shift);
	}
}

/** `x + x · gate` becomes `x · (1 + gate)`: the gate is one number a channel, `x` is large. */
function scaleInOneStep(graph: Graph): void {
	for (const sum of graph.nodes.filter(({ operator }) => operator === 'Add')) {
		const [x, other] = sum.inputs;
		const product = graph.producer(other);
		if (!is(product, 'Mul') || product.inputs[0] !== x || !graph.consumer(other)) continue;
		const gate = product.inputs[1];
		const one = graph.addConstant(gate, { dims: [1], values: Float32Array.of(1) });
		const raised = `${gate}+1`;
		graph.replace(product, {
			operator: 'Add',
			inputs: [gate, one],
			outputs: [raised],
			attributes: [],
		});
		graph.replace(sum, { ...product, inputs: [x, raised], outputs: sum.outputs });
	}
}

const is = (node: Node | undefined, operator: string): node is Node => node?.operator === operator;

const isConvolution = (node: Node) => node.operator === 'Conv';

const isUnpadded = (node: Node) =>
	isConvolution(node) && (intsOf(node, 'pads') ?? []).every((pad) => pad === 0);

/** The number that a product or a sum has beside its value. */
function scalarStep(
	graph: Graph,
	{ operator, inputs }: Node,
): { value: string; scalar: number } | undefined {
	if (operator !== 'Mul' && operator !== 'Add') return undefined;
	for (const [value, other] of [inputs, inputs.toReversed()]) {
		const scalar = graph.scalar(other);
		if (scalar !== undefined) return { value, scalar };
	}
	return undefined;
}

/** How many channels a value has that a convolution made, also when it went through activations. */
function channelsOf(graph: Graph, value: string): number | undefined {
	const node = graph.producer(value);
	if (!node) return undefined;
	if (isConvolution(node)) return graph.constants.get(node.inputs[1])?.dims[0];
	return is(node, 'Mul') || is(node, 'HardSigmoid') ? channelsOf(graph, node.inputs[0]) : undefined;
}

function parametersOf(graph: Graph, { inputs }: Node): { weights: Tensor; bias: Float32Array } {
	const weights = graph.constants.get(inputs[1]);
	if (!weights) throw new Error(`the weights ${inputs[1]} are no constant`);
	const bias = inputs[2] === undefined ? undefined : graph.constants.get(inputs[2])?.values;
	return { weights, bias: bias ?? new Float32Array(weights.dims[0]) };
}

function setParameters(graph: Graph, convolution: Node, weights: Tensor, bias: Float32Array): void {
	const [input, name] = convolution.inputs;
	convolution.inputs = [
		input,
		graph.addConstant(name, weights),
		graph.addConstant(name, { dims: [bias.length], values: bias }),
	];
}

function scaled({ dims, values }: Tensor, factor: number): Tensor {
	const product = new Float32Array(values.length);
	for (let i = 0; i < values.length; i++) product[i] = values[i] * factor;
	return { dims, values: product };
}

/** A convolution that multiplies each pixel of each channel and adds to it. */
function pointwise(
	graph: Graph,
	input: string,
	channels: number,
	factor: number,
	offset: number,
): Node {
	const weights = { dims: [channels, 1, 1, 1], values: new Float32Array(channels).fill(factor) };
	const bias = { dims: [channels], values: new Float32Array(channels).fill(offset) };
	return {
		operator: 'Conv',
		inputs: [input, graph.addConstant(input, weights), graph.addConstant(input, bias)],
		outputs: [],
		attributes: [integerAttribute('group', channels)],
	};
}
