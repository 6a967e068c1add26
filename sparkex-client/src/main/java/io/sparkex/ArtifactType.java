package io.sparkex;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The purpose of an artifact.
 *
 * @since 0.1.0
 * @see SparkSession#addArtifacts(ArtifactType, String...)
 */
public enum ArtifactType {

	/**
	 * A {@code .jar} or {@code .class} file that is added to the class path of the
	 * session, on the server and its executors.
	 */
	CLASS_PATH("", List.of(".jar", ".class")),

	/**
	 * A file that executors download to the working directory of the Python functions of
	 * this session. Java functions cannot find it through Spark's {@code SparkFiles};
	 * package the files they read into their jar.
	 */
	FILE("files/", List.of("")),

	/**
	 * A {@code .zip}, {@code .jar}, {@code .tar}, {@code .tar.gz} or {@code .tgz} archive
	 * that executors unpack in the directory of {@link #FILE files}. The name after a
	 * {@code #}, as in {@code model.zip#model}, is the name of the unpacked directory;
	 * the default is the name of the archive.
	 */
	ARCHIVE("archives/", List.of(".zip", ".jar", ".tar.gz", ".tgz", ".tar")),

	/**
	 * A {@code .py}, {@code .zip}, {@code .egg} or {@code .jar} file that Python
	 * functions import from.
	 */
	PYTHON_FILE("pyfiles/", List.of(".py", ".zip", ".egg", ".jar"));

	private final String folder;

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> suffixes;

	ArtifactType(String folder, List<String> suffixes) {
		this.folder = folder;
		this.suffixes = suffixes;
	}

	/**
	 * Returns the name under which the server stores the artifact.
	 * @param target a relative path
	 * @param fragment the text after a {@code #}
	 */
	String serverName(String target, @Nullable String fragment) {
		if (this.suffixes.stream().noneMatch(target::endsWith)) {
			throw new IllegalArgumentException("An artifact of type " + this + " must end in one of " + this.suffixes
					+ " but is " + target
					+ ((this == CLASS_PATH) ? "; if it is not for the class path, pass its type to addArtifacts" : ""));
		}
		if (this == CLASS_PATH) {
			return (target.endsWith(".jar") ? "jars/" : "classes/") + target;
		}
		if (this == ARCHIVE && target.indexOf('#') >= 0) {
			throw new IllegalArgumentException("The name of an archive must not contain # but is " + target);
		}
		return this.folder + target + ((fragment != null) ? "#" + fragment : "");
	}

}
