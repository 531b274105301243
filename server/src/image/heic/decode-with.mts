import { PictureError } from '../../page/picture-error.mts';
import type { Raster } from '../raster.mts';
import type { Failure, Libheif, Plane } from './libheif.mts';
import { shrinkPlane } from './shrink-plane.mts';

/** Decodes the photo of a HEIC file, turned as it says and on white where it is transparent. Throws PictureError. */
export function decodeWith(libheif: Libheif, file: Uint8Array, usefulPixels: number): Raster {
	const context = libheif.heif_context_alloc();
	assertDone(libheif, libheif.heif_context_read_from_memory(context, file));
	const handle = libheif.heif_js_context_get_primary_image_handle(context);
	assertDone(libheif, handle);
	const hasAlpha = libheif.heif_image_handle_has_alpha_channel(handle);
	const { heif_chroma_interleaved_RGB: rgb, heif_chroma_interleaved_RGBA: rgba } =
		libheif.heif_chroma;
	const { heif_colorspace_RGB: colorspace } = libheif.heif_colorspace;
	const decoded = libheif.heif_js_decode_image2(handle, colorspace, hasAlpha ? rgba : rgb);
	assertDone(libheif, decoded);
	const [plane] = (decoded as { channels: Plane[] }).channels;
	return shrinkPlane(plane, hasAlpha ? 4 : 3, usefulPixels);
}

/** libheif's functions give back what they are to make, or why they could not. */
function assertDone({ heif_error_code: codes }: Libheif, result: object | Failure): void {
	if ('code' in result && result.code !== codes.heif_error_Ok) {
		throw new PictureError(`the picture cannot be decoded: ${result.message.trim()}`);
	}
}
