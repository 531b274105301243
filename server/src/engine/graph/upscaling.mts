import { floatOf, integerAttribute, intsOf, type Graph, type Node, type Tensor } from './graph.mts';

/** Both convolutions at the end of detection make a square of so many pixels a side of each pixel. */
const side = 2;
const squared = side * side;

/** A transposed convolution with what is added, and normalised, behind it. */
interface Layer {
	weights: Tensor;
	bias: Float32Array;
	/** From the convolution on. */
	nodes: Node[];
}

/**
 * The end of PP-OCRv4's detection: two transposed convolutions, from a quarter of the page's size to all of it. A pixel
 * of the small map alone decides sixteen of the large one: all is computed on the small map, by ordinary convolutions,
 * to which onnxruntime joins what follows them; then the pixels are put where they belong.
 */
export function upscaleAtOnce(graph: Graph): void {
	for (const node of graph.nodes.filter(isDoubling)) {
		const first = layerOf(graph, node);
		const relu = first && follower(graph, first.nodes, 'Relu');
		const following = relu && follower(graph, [relu], 'ConvTranspose');
		const second = following && isDoubling(following) ? layerOf(graph, following) : undefined;
		const sigmoid = second && follower(graph, second.nodes, 'Sigmoid');
		if (!first || !relu || !following || !second || !sigmoid) continue;
		if (second.weights.dims[1] !== 1) continue;
		const steps = [
			convolution(graph, node, spread(first)),
			{ ...relu },
			convolution(graph, following, gathered(second)),
			{ ...sigmoid },
			{
				operator: 'DepthToSpace',
				inputs: [],
				outputs: [],
				attributes: [integerAttribute('blocksize', squared)],
			},
		];
		chain(steps, node.inputs[0], sigmoid.outputs[0]);
		const at = graph.nodes.indexOf(sigmoid);
		graph.nodes.splice(at, 1, ...steps);
		graph.remove(...first.nodes, relu, ...second.nodes);
	}
}

/** Has each step take what the one before it gives. */
function chain(steps: Node[], from: string, to: string): void {
	steps.forEach((step, i) => {
		step.inputs[0] = i === 0 ? from : `${to}/step ${i}`;
		step.outputs = [i === steps.length - 1 ? to : `${to}/step ${i + 1}`];
	});
}

const isDoubling = (node: Node): boolean =>
	node.operator === 'ConvTranspose' &&
	node.inputs.length === 2 &&
	String(intsOf(node, 'strides')) === `${side},${side}` &&
	(intsOf(node, 'pads') ?? []).every((pad) => pad === 0);

function follower(graph: Graph, nodes: readonly Node[], operator: string): Node | undefined {
	const next = graph.consumer(nodes.at(-1)?.outputs[0] ?? '');
	return next?.operator === operator ? next : undefined;
}

function layerOf(graph: Graph, node: Node): Layer | undefined {
	const weights = graph.constants.get(node.inputs[1]);
	const sum = follower(graph, [node], 'Add');
	const bias = sum && graph.constants.get(sum.inputs[1])?.values;
	if (!weights || !bias || bias.length !== weights.dims[1]) return undefined;
	if (String(weights.dims.slice(2)) !== `${side},${side}`) return undefined;
	const layer = { weights, bias, nodes: [node, sum] };
	const normalisation = follower(graph, layer.nodes, 'BatchNormalization');
	return normalisation ? normalised(graph, layer, normalisation) : layer;
}

/** A layer that multiplies each channel as its normalisation does, and adds as that does (ONNX, BatchNormalization). */
function normalised(graph: Graph, { weights, bias, nodes }: Layer, node: Node): Layer | undefined {
	const [scale, shift, mean, variance] = node.inputs
		.slice(1)
		.map((input) => graph.constants.get(input)?.values);
	if (!scale || !shift || !mean || !variance) return undefined;
	const epsilon = floatOf(node, 'epsilon') ?? 1e-5;
	const factors = scale.map((value, i) => value / Math.sqrt(variance[i] + epsilon));
	const channelAt = (at: number) => Math.floor(at / squared) % factors.length;
	return {
		weights: {
			dims: weights.dims,
			values: weights.values.map((value, at) => value * factors[channelAt(at)]),
		},
		bias: bias.map((value, i) => (value - mean[i]) * factors[i] + shift[i]),
		nodes: [...nodes, node],
	};
}

/** Weights of a pixel's convolution, from so many channels to so many, as `valueOf` has them; and its bias. */
interface Parameters {
	from: number;
	to: number;
	valueOf(to: number, from: number): number;
	biasOf(to: number): number;
}

/** The first layer: the pixels of a square one after the other, all channels of each. */
function spread({ weights: { dims, values }, bias }: Layer): Parameters {
	const [from, channels] = dims;
	return {
		from,
		to: channels * squared,
		valueOf: (to, input) =>
			values[(input * channels + (to % channels)) * squared + Math.floor(to / channels)],
		biasOf: (to) => bias[to % channels],
	};
}

/** The second layer: of each pixel of such a square another one, in the rows of the square that they make together. */
function gathered({ weights: { dims, values }, bias }: Layer): Parameters {
	const [channels] = dims;
	return {
		from: channels * squared,
		to: squared * squared,
		valueOf(to, from) {
			const [y, x] = [Math.floor(to / squared), to % squared];
			const pixel = Math.floor(y / side) * side + Math.floor(x / side);
			if (Math.floor(from / channels) !== pixel) return 0;
			return values[(from % channels) * squared + (y % side) * side + (x % side)];
		},
		biasOf: () => bias[0],
	};
}

function convolution(graph: Graph, { inputs: [, name] }: Node, parameters: Parameters): Node {
	const { from, to, valueOf, biasOf } = parameters;
	const values = Float32Array.from({ length: to * from }, (_, at) =>
		valueOf(Math.floor(at / from), at % from),
	);
	const bias = Float32Array.from({ length: to }, (_, i) => biasOf(i));
	return {
		operator: 'Conv',
		inputs: [
			'',
			graph.addConstant(name, { dims: [to, from, 1, 1], values }),
			graph.addConstant(name, { dims: [to], values: bias }),
		],
		outputs: [],
		attributes: [],
	};
}
