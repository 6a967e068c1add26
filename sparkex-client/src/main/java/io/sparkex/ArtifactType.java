package io.sparkex;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an artifact is for.
 *
 * @since 0.1.0
 * @see SparkSession#addArtifacts(ArtifactType, String...)
 */
public enum ArtifactType {

	/**
	 * A jar or a class file: joins the class path of the session, on the server and its
	 * executors.
	 */
	CLASS_PATH("", List.of(".jar", ".class")),

	/**
	 * Any file: all executors fetch it into the folder where the functions in Python of
	 * this session work. Functions in Java do not find it with Spark's
	 * {@code SparkFiles}: what they read is better in their jar.
	 */
	FILE("files/", List.of("")),

	/**
	 * A {@code .zip}, {@code .jar}, {@code .tar}, {@code .tar.gz} or {@code .tgz}: all
	 * executors unpack it where a {@link #FILE} would be, in a folder that is named by
	 * what follows a {@code #}, as in {@code model.zip#model}, else by the archive.
	 */
	ARCHIVE("archives/", List.of(".zip", ".jar", ".tar.gz", ".tgz", ".tar")),

	/**
	 * A {@code .py}, {@code .zip}, {@code .egg} or {@code .jar} that functions in Python
	 * import from.
	 */
	PYTHON_FILE("pyfiles/", List.of(".py", ".zip", ".egg", ".jar"));

	private final String folder;

	private final List<String> suffixes;

	ArtifactType(String folder, List<String> suffixes) {
		this.folder = folder;
		this.suffixes = suffixes;
	}

	/**
	 * The name that the server is told.
	 * @param target a relative path
	 * @param fragment what follows a {@code #}
	 */
	String serverName(String target, @Nullable String fragment) {
		if (this.suffixes.stream().noneMatch(target::endsWith)) {
			throw new IllegalArgumentException("An artifact of type " + this + " must end in one of " + this.suffixes
					+ " but is " + target
					+ ((this == CLASS_PATH) ? "; if it is not for the class path, give its type to addArtifacts" : ""));
		}
		if (this == CLASS_PATH) {
			return (target.endsWith(".jar") ? "jars/" : "classes/") + target;
		}
		if (this == ARCHIVE && target.indexOf('#') >= 0) {
			throw new IllegalArgumentException("The name of an archive must have no # but is " + target);
		}
		return this.folder + target + ((fragment != null) ? "#" + fragment : "");
	}

}
