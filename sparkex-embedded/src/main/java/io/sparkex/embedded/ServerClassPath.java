package io.sparkex.embedded;

import java.nio.file.Path;
import java.util.List;

/**
 * The jars of a Spark version in class path order.
 */
record ServerClassPath(String sparkVersion, List<Path> jars) {

	ServerClassPath {
		jars = List.copyOf(jars);
	}

}
