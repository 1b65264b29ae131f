"""Makes the sounds of the simulation lost_cues, and their timing, from the words and gaps in lost_cues.json.

    python datasets/simulations/lost_cues/make.py

Each phrase is spoken on its own and trimmed; the silence between two phrases is written as samples, so that
it is exactly as long as the scenario says. Envelope and duration are measured on the decoded OGG: the drawing
is of the sound that is heard.

Needs espeak-ng 1.51 and oggenc, oggdec of vorbis-tools 1.4.2 (Debian: espeak-ng, vorbis-tools). Other
versions give other bytes. No recording of a person is used.
"""

# ruff: noqa: INP001 - a script beside its data, in no package

import array
import itertools
import json
import math
import subprocess
import sys
import tempfile
import wave
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SPOKEN_RATE = 22_050  # samples a second, as espeak-ng speaks
KEPT_RATE = 16_000  # samples a second in the OGG
FRAME_MS = 40  # of the envelope
QUIET = 300  # of 32,767: below it a phrase has not begun, or has ended
EDGE = 0.15  # seconds of silence at either end
LARGEST = 30 * 1024  # bytes of one sound


def main() -> int:
    """Write one OGG for each recording, and timing.json."""
    scenario = json.loads((HERE.parent / "lost_cues.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        recordings = [
            _made(scenario["voice"], utterance, recording, Path(folder))
            for utterance in scenario["utterances"]
            for recording in utterance["recordings"]
        ]
    timing = {"version": 1, "frame_ms": FRAME_MS, "recordings": recordings}
    (HERE / "timing.json").write_text(_written(timing), "utf-8", newline="\n")
    return 0


def _made(
    voice: dict[str, Any], utterance: dict[str, Any], recording: dict[str, Any], work: Path
) -> dict[str, Any]:
    """Speak, space, encode and measure one recording."""
    texts = [utterance["question"], *utterance["phrases"]]
    gaps = [EDGE, *recording["gaps"]]
    samples = array.array("h")
    phrases = []
    for number, (text, gap) in enumerate(zip(texts, gaps, strict=True)):
        samples.extend([0] * round(gap * SPOKEN_RATE))
        start = len(samples)
        samples.extend(_spoken(text, voice["answers" if number else "asks"], voice["speed"], work))
        phrases.append(
            {"text": text, "start": _seconds(start, SPOKEN_RATE), "end": _seconds(len(samples), SPOKEN_RATE)}
        )
    samples.extend([0] * round(EDGE * SPOKEN_RATE))
    heard = _encoded(samples, HERE / f"{recording['key']}.ogg", work)
    return {
        "key": recording["key"],
        "seconds": _seconds(len(heard), KEPT_RATE),
        "phrases": phrases,
        "pauses": [round(after["start"] - before["end"], 2) for before, after in itertools.pairwise(phrases)],
        "envelope": _envelope(heard),
    }


def _spoken(text: str, voice: str, speed: int, work: Path) -> "array.array[int]":
    """One phrase without the silence around it."""
    path = work / "phrase.wav"
    _run("espeak-ng", "-v", voice, "-s", str(speed), "-w", str(path), text)
    samples = _samples(path, SPOKEN_RATE)
    loud = [place for place, sample in enumerate(samples) if abs(sample) >= QUIET]
    return samples[loud[0] : loud[-1] + 1]


def _encoded(samples: "array.array[int]", sound: Path, work: Path) -> "array.array[int]":
    """Write the OGG, and return what a player will hear."""
    spoken, heard = work / "spoken.wav", work / "heard.wav"
    with wave.open(str(spoken), "wb") as out:
        out.setparams((1, 2, SPOKEN_RATE, 0, "NONE", ""))
        out.writeframes(samples.tobytes())
    # A fixed serial number: the same bytes in every run.
    _run("oggenc", "-Q", "-q", "-1", "--resample", str(KEPT_RATE), "-s", "1", "-o", str(sound), str(spoken))
    _run("oggdec", "-Q", "-o", str(heard), str(sound))
    if (size := sound.stat().st_size) > LARGEST:
        raise SystemExit(f"{sound.name} takes {size} bytes, more than {LARGEST}; shorten its words or gaps.")
    return _samples(heard, KEPT_RATE)


def _samples(path: Path, rate: int) -> "array.array[int]":
    with wave.open(str(path)) as sound:
        if (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) != (1, 2, rate):
            raise SystemExit(f"{path.name} is not mono, 16 bit, {rate} Hz; look at the programs' versions.")
        return array.array("h", sound.readframes(sound.getnframes()))


def _envelope(samples: "array.array[int]") -> list[float]:
    """Root mean square of each frame, as a share of the loudest frame's."""
    length = KEPT_RATE * FRAME_MS // 1000
    frames = [samples[at : at + length] for at in range(0, len(samples), length)]
    levels = [math.sqrt(sum(sample * sample for sample in frame) / len(frame)) for frame in frames]
    loudest = max(levels)
    return [round(level / loudest, 2) for level in levels]


def _seconds(samples: int, rate: int) -> float:
    return round(samples / rate, 3)


def _written(timing: dict[str, Any]) -> str:
    """As JSON, an envelope a line."""
    rows = [json.dumps(recording) for recording in timing["recordings"]]
    head = json.dumps({key: value for key, value in timing.items() if key != "recordings"})
    return f'{head[:-1]}, "recordings": [\n' + ",\n".join(rows) + "\n]}\n"


def _run(*command: str) -> None:
    try:
        subprocess.run(command, check=True)  # noqa: S603 - the three programs named above
    except FileNotFoundError:
        raise SystemExit(f"{command[0]} is not installed; install espeak-ng and vorbis-tools.") from None


if __name__ == "__main__":
    sys.exit(main())
