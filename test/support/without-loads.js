/** What tests are called that try thousands of values, or all samples: for a single change they say no more than the others. */
const loads =
	/no sample and no picture|1,200 rows|does not multiply|20,000|10,000 values|however many|16,000|grows with the text/;

for (const name of ['it', 'test']) {
	const run = global[name];
	global[name] = Object.assign(
		(title, ...test) => (loads.test(title) ? run.skip(title, ...test) : run(title, ...test)),
		run,
	);
}
