package io.sparkex.embedded;

import java.nio.file.Path;
import java.util.List;

/**
 * The jars of one Spark, in class path order.
 */
record ServerClassPath(String sparkVersion, List<Path> jars) {

	ServerClassPath {
		jars = List.copyOf(jars);
	}

}
