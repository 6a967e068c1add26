package io.sparkex.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reader of the {@code *.functions} files of a directory, which also validates them.
 */
class Registry {

	private final List<Entry> entries = new ArrayList<>();

	/** The position of each overload, for the message about a duplicate. */
	private final Map<String, String> places = new HashMap<>();

	private final Map<String, Path> files = new HashMap<>();

	static List<Entry> read(Path directory) throws IOException {
		Registry registry = new Registry();
		try (Stream<Path> files = Files.list(directory)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".functions")).sorted().toList()) {
				registry.readFile(file);
			}
		}
		return registry.entries;
	}

	private void readFile(Path file) throws IOException {
		List<String> lines = Files.readAllLines(file);
		String previous = "";
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i);
			if (line.isBlank() || line.startsWith("#")) {
				continue;
			}
			String place = file.getFileName() + ":" + (i + 1);
			StringBuilder text = new StringBuilder(line.strip());
			while (i + 1 < lines.size() && lines.get(i + 1).startsWith(" ")) {
				text.append(' ').append(lines.get(++i).strip());
			}
			try {
				Entry entry = Entry.parse(place, text.toString());
				add(entry, file, previous);
				previous = entry.name();
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException(place + ": " + ex.getMessage(), ex);
			}
		}
	}

	private void add(Entry entry, Path file, String previous) {
		if (previous.compareTo(entry.name()) > 0) {
			throw new IllegalArgumentException(entry.name() + " is out of order; it belongs before " + previous);
		}
		Path other = this.files.putIfAbsent(entry.name(), file);
		if (other != null && !other.equals(file)) {
			throw new IllegalArgumentException(entry.name() + " is already in " + other.getFileName());
		}
		for (Signature signature : entry.signatures()) {
			String overload = entry.name() + signature.erasure();
			String first = this.places.putIfAbsent(overload, entry.place());
			if (first != null) {
				throw new IllegalArgumentException("duplicate " + overload + "; the first one is at " + first);
			}
		}
		this.entries.add(entry);
	}

}
