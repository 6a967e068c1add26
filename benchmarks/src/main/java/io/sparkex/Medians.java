package io.sparkex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The median times of a run, in nanoseconds.
 */
final class Medians {

	private final Map<Key, Long> nanos = new HashMap<>();

	private Medians() {
	}

	static Medians of(Map<Measure, List<Long>> samples) {
		Medians medians = new Medians();
		samples.forEach((measure, nanos) -> medians.nanos.put(new Key(measure.client(), measure.name()), of(nanos)));
		return medians;
	}

	/**
	 * Returns the median of the numbers.
	 */
	static long of(List<Long> numbers) {
		List<Long> sorted = numbers.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	long get(Measure.Client client, String name) {
		Long found = this.nanos.get(new Key(client, name));
		if (found == null) {
			throw new IllegalArgumentException("Nothing was measured for " + name + " of " + client);
		}
		return found;
	}

	long ours(String name) {
		return get(Measure.Client.OURS, name);
	}

	long official(String name) {
		return get(Measure.Client.OFFICIAL, name);
	}

	private record Key(Measure.Client client, String name) {

	}

}
