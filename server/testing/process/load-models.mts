// node load-models.mts FOLDER...   prints, as JSON, why the models of each folder cannot be used; null where they can
import { OcrEngine } from '../../src/engine/engine.mts';
import { ModelError } from '../../src/engine/model-error.mts';

const reasons: Array<string | null> = [];
for (const folder of process.argv.slice(2)) {
	const reason = await OcrEngine.create(folder).then(
		() => null,
		(error: unknown) => {
			if (error instanceof ModelError) return error.message;
			throw error;
		},
	);
	reasons.push(reason);
}
console.log(JSON.stringify(reasons));
// The helping thread of an engine may still be loading its model.
process.exit();
