import { createRequire } from 'node:module';

/** The memory that a photo may need: one of 24 million pixels takes this, and a worker may hold 800 MB with its models. */
export const maximumMemory = 192 * 2 ** 20;
const pageSize = 2 ** 16;

// Its types are those of a module, which it is not.
const init = createRequire(import.meta.url)('libheif-js/libheif-wasm/libheif.js') as (
	options: object,
) => Promise<Functions>;

/** A value of one of libheif's enumerations. */
type Choice = object;

/** What libheif says where it fails. */
export interface Failure {
	code: Choice;
	message: string;
}

/** A plane of a decoded picture, in libheif's own memory. */
export interface Plane {
	width: number;
	height: number;
	/** Bytes from a row to the next. */
	stride: number;
	data: Uint8Array;
}

/** libheif's C functions, as far as they are used here (heif.h); contexts and handles are objects of its own. */
interface Functions {
	heif_context_alloc(): object;
	heif_context_read_from_memory(context: object, file: Uint8Array): Failure;
	heif_js_context_get_primary_image_handle(context: object): object | Failure;
	heif_image_handle_has_alpha_channel(handle: object): boolean;
	heif_js_decode_image2(
		handle: object,
		colorspace: Choice,
		chroma: Choice,
	): { channels: Plane[] } | Failure;
	heif_error_code: { heif_error_Ok: Choice };
	heif_colorspace: { heif_colorspace_RGB: Choice };
	heif_chroma: { heif_chroma_interleaved_RGB: Choice; heif_chroma_interleaved_RGBA: Choice };
}

/** libheif with its memory. */
export type Libheif = Functions & {
	/** Whether more memory was asked for than there may be. */
	ranOutOfMemory: boolean;
};

/** Starts libheif with an upper bound to its memory; beyond it, its functions fail. */
export async function startLibheif(module: WebAssembly.Module): Promise<Libheif> {
	const instantiateWasm = (
		imports: WebAssembly.Imports,
		done: (instance: WebAssembly.Instance) => void,
	) => {
		const instance = new WebAssembly.Instance(module, imports);
		const memory = Object.values(instance.exports).find(
			(value) => value instanceof WebAssembly.Memory,
		);
		if (!memory) throw new Error('libheif has no memory');
		const grow = memory.grow.bind(memory);
		memory.grow = (pages) => {
			if (memory.buffer.byteLength + pages * pageSize <= maximumMemory) return grow(pages);
			libheif.ranOutOfMemory = true;
			throw new RangeError('no more memory');
		};
		done(instance);
		return instance.exports;
	};
	const libheif = Object.assign(await init({ instantiateWasm }), { ranOutOfMemory: false });
	return libheif;
}
