package io.sparkex;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runner of measures in alternation, so that other load on the machine affects all of
 * them.
 */
final class Rounds {

	private static final Duration TIMEOUT = Duration.ofMinutes(5);

	private final Map<Measure.Client, ChildJvm> children;

	Rounds(ChildJvm ours, ChildJvm official) {
		this.children = Map.of(Measure.Client.OURS, ours, Measure.Client.OFFICIAL, official);
	}

	/**
	 * Runs each measure once per round.
	 * @return the medians of the measured rounds
	 */
	Medians run(List<Measure> measures, int warmups, int rounds) {
		Map<Measure, List<Long>> nanos = new LinkedHashMap<>();
		for (int round = -warmups; round < rounds; round++) {
			System.out.println((round < 0) ? "warm-up" : "round " + (round + 1) + " of " + rounds);
			for (Measure measure : measures) {
				Sample sample = sample(measure);
				System.out.printf("  %-8s %-16s %8.1f ms%n", measure.client(), measure.name(), sample.nanos() / 1e6);
				if (round >= 0) {
					nanos.computeIfAbsent(measure, (key) -> new ArrayList<>()).add(sample.nanos());
				}
			}
		}
		return Medians.of(nanos);
	}

	private Sample sample(Measure measure) {
		ChildJvm child = this.children.get(measure.client());
		if (child == null) {
			throw new IllegalArgumentException("There is no child for " + measure);
		}
		Sample sample = child.run(measure.name(), TIMEOUT);
		measure.check(sample);
		return sample;
	}

}
