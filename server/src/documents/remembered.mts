/**
 * A function of an object that is asked about the same one again and again: each answer is kept as long as
 * the object lives.
 */
export function remembered<Key extends object, Answer>(
	answerFor: (key: Key) => Answer,
): (key: Key) => Answer {
	const answers = new WeakMap<Key, { answer: Answer }>();
	return (key) => {
		const known = answers.get(key) ?? { answer: answerFor(key) };
		answers.set(key, known);
		return known.answer;
	};
}
