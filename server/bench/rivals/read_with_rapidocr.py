"""Reads pictures with RapidOCR: of each, four bytes with its length (big endian) and its bytes come in, and a line of
JSON goes out: its lines of text with their corners and words. The argument is JSON with RapidOCR's parameters."""

import json
import struct
import sys

from rapidocr import RapidOCR

# Where words stand is asked for: the extraction takes columns apart by it.
engine = RapidOCR(params={"Global.log_level": "critical", "Global.return_word_box": True, **json.loads(sys.argv[1])})
incoming = sys.stdin.buffer


def lines_of(result):
    if result.boxes is None:
        return []
    words = result.word_results or [[] for _ in result.boxes]
    return [
        {
            "quad": [[float(x), float(y)] for x, y in quad],
            "text": text,
            "score": float(score),
            "words": [
                [word, float(sure), [[float(x), float(y)] for x, y in box]] for word, sure, box in line if box is not None
            ],
        }
        for quad, text, score, line in zip(result.boxes, result.txts, result.scores, words)
    ]


print("ready", flush=True)
while len(header := incoming.read(4)) == 4:
    picture = incoming.read(struct.unpack(">I", header)[0])
    print(json.dumps(lines_of(engine(picture))), flush=True)
