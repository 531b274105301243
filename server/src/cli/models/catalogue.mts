/** A file of a published model. */
export interface PublishedFile {
	part: 'det' | 'rec';
	name: 'inference.onnx' | 'inference.yml';
	/** Where it is published, and which version of it. */
	repository: string;
	revision: string;
	bytes: number;
	sha256: string;
}

type Described = Pick<PublishedFile, 'bytes' | 'sha256'>;

/** Below it every model has a repository of its own. */
export const officialAddress = 'https://huggingface.co/PaddlePaddle';

/**
 * PP-OCRv6 by size, Apache-2.0. The sums are those of the revisions that they stand beside, of June 2026, which the
 * repositories' own lists of files confirm.
 */
export const catalogue: Readonly<Record<string, readonly PublishedFile[]>> = {
	tiny: [
		...filesOf('tiny', 'det', '2ba1506c0380b8f0b03dd142459aac66d4421f6c', {
			'inference.yml': {
				bytes: 883,
				sha256: '3ac018be6f97499a08faa3bbdeb33640968d9307f6736d152902747a9f259593',
			},
			'inference.onnx': {
				bytes: 1_780_590,
				sha256: '193bab7a04fca699a6c82e6abb5b81bdb28177f0abd4062552b04908dafb19f8',
			},
		}),
		...filesOf('tiny', 'rec', '2612ab37152ae0a677521bae4e1e3d4fb4cf7c30', {
			'inference.yml': {
				bytes: 55_571,
				sha256: '66170210bad538e83fff3c4a3867e547d6bf20b50d64b20347c4b913f3034ea1',
			},
			'inference.onnx': {
				bytes: 4_462_639,
				sha256: '9ef676d6ed3c88256a2d92c640c44f25b0c40947e111b14b8be8f594091563e6',
			},
		}),
	],
	small: [
		...filesOf('small', 'det', '28fe5895c24fd108c19eb3e8479f4ab385fbfc62', {
			'inference.yml': {
				bytes: 885,
				sha256: '193f435274bf9f0b5f71a929bbfbcf148282df7e633b34e7c373e8f44741b516',
			},
			'inference.onnx': {
				bytes: 9_880_512,
				sha256: 'd73e0058b7a8086bbd57f3d10b8bcd4ff95363f67e06e2762b5e814fe9c9410e',
			},
		}),
		...filesOf('small', 'rec', 'b8f84f0b80c529de40b4fbb3544b84fa7233a513', {
			'inference.yml': {
				bytes: 150_579,
				sha256: 'ab078671bb49f06228eadccd34f1bb501e157f7a047095ffb943ba81512c77d1',
			},
			'inference.onnx': {
				bytes: 21_159_378,
				sha256: '5435fd747c9e0efe15a96d0b378d5bd157e9492ed8fd80edf08f30d02fa24634',
			},
		}),
	],
	medium: [
		...filesOf('medium', 'det', '61323801669c338b7891481ec7bac61ce31b576a', {
			'inference.yml': {
				bytes: 886,
				sha256: '7298d5ead546584af2504d03355f881ac7a7bc0eb1e282d3e159277c1d0af871',
			},
			'inference.onnx': {
				bytes: 62_032_837,
				sha256: 'eb13b44b25bb36f89528b68720af8a61d9cf381176107f465db1757b65d086e1',
			},
		}),
		...filesOf('medium', 'rec', '50c7eacafc52fa7bcf4194e8cd08e46f8558504b', {
			'inference.yml': {
				bytes: 150_580,
				sha256: '991b700facf5b50a7de193468207d5f4255b538dde0d312ae3b7c7a9b6873129',
			},
			'inference.onnx': {
				bytes: 76_554_979,
				sha256: '9c09abf0957f7968c7586464b7397b84ad2387a0497a351af40e9acc71b673ba',
			},
		}),
	],
};

function filesOf(
	size: string,
	part: PublishedFile['part'],
	revision: string,
	files: Record<PublishedFile['name'], Described>,
): PublishedFile[] {
	return Object.entries(files).map(([name, described]) => ({
		part,
		name: name as PublishedFile['name'],
		repository: `PP-OCRv6_${size}_${part}_onnx`,
		revision,
		...described,
	}));
}
