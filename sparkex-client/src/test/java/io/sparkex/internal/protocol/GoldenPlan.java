package io.sparkex.internal.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.TextFormat;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Comparison of messages with the files in {@code src/test/resources/golden}. Run with
 * {@code -Dgolden.write=true} to rewrite the files, and review the changes.
 */
final class GoldenPlan {

	private static final boolean WRITE = Boolean.getBoolean("golden.write");

	private GoldenPlan() {
	}

	static void compare(String name, MessageOrBuilder message) {
		String text = TextFormat.printer().escapingNonAscii(false).printToString(message);
		try {
			if (WRITE) {
				Path folder = Files.createDirectories(Path.of("src/test/resources/golden"));
				Files.writeString(folder.resolve(name + ".txt"), text);
				return;
			}
			try (InputStream golden = GoldenPlan.class.getResourceAsStream("/golden/" + name + ".txt")) {
				assertThat(golden).as("golden/" + name + ".txt").isNotNull();
				assertThat(text).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
