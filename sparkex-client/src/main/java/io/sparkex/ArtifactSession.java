package io.sparkex;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.sparkex.transport.Artifact;
import io.sparkex.transport.ArtifactUploader;

/**
 * Sends files to the server. Public only through {@link SparkSession}.
 */
abstract sealed class ArtifactSession permits ControllableSession {

	private static final Set<String> NO_NAMES = Set.of("", ".", "..");

	abstract ArtifactUploader artifacts();

	/**
	 * Adds a jar or class file to the class path of this session, on the server and its
	 * executors.
	 * @param path a file of this machine, or its URI
	 * @throws IllegalArgumentException if there is no such file, or it is neither
	 * {@code .jar} nor {@code .class}
	 * @throws io.sparkex.errors.RemoteException if the server has another jar of that
	 * name
	 * @see #addArtifacts(String...)
	 */
	public void addArtifact(String path) {
		addArtifacts(path);
	}

	/**
	 * Adds a jar or class file to the class path of this session, on the server and its
	 * executors.
	 * @param uri a file of this machine
	 * @throws IllegalArgumentException if there is no such file, or it is neither
	 * {@code .jar} nor {@code .class}
	 * @throws io.sparkex.errors.RemoteException if the server has another jar of that
	 * name
	 * @see #addArtifacts(String...)
	 */
	public void addArtifact(URI uri) {
		addArtifacts(uri);
	}

	/**
	 * Adds a jar or class file that is in memory to the class path of this session. A
	 * class has to be where its package says:
	 * {@code addArtifact(bytes, "com/example/Fare.class")}.
	 * @param bytes the content, not to be changed meanwhile
	 * @param target its path below the class path or the folder of the jars
	 * @throws IllegalArgumentException if the target is neither {@code .jar} nor
	 * {@code .class}, or leads out of its folder
	 * @throws io.sparkex.errors.RemoteException if the server has another jar of that
	 * name
	 */
	public void addArtifact(byte[] bytes, String target) {
		artifacts().upload(List.of(Artifact.of(classPathName(target), bytes)));
	}

	/**
	 * Adds a jar or class file to the class path of this session, with another name or in
	 * a folder. A class has to be where its package says:
	 * {@code addArtifact("target/classes/com/example/Fare.class",
	 * "com/example/Fare.class")}.
	 * @param source a file of this machine
	 * @param target its path below the class path or the folder of the jars
	 * @throws IllegalArgumentException if there is no such file, or the target is neither
	 * {@code .jar} nor {@code .class}, or leads out of its folder
	 * @throws io.sparkex.errors.RemoteException if the server has another jar of that
	 * name
	 */
	public void addArtifact(String source, String target) {
		Path file = ArtifactSource.of(source, ArtifactType.CLASS_PATH).file();
		artifacts().upload(List.of(Artifact.of(classPathName(target), file)));
	}

	private static String classPathName(String target) {
		String path = target.replace('\\', '/');
		if (Arrays.stream(path.split("/", -1)).anyMatch(NO_NAMES::contains)) {
			throw new IllegalArgumentException(
					"The target of an artifact must be a path such as com/example/Fare.class but is " + target);
		}
		return ArtifactType.CLASS_PATH.serverName(path, null);
	}

	/**
	 * Adds jars and class files to the class path of this session, in one call.
	 * @param uris files of this machine
	 * @throws IllegalArgumentException if a file is missing, or it is neither
	 * {@code .jar} nor {@code .class}, or two have the same name; none is sent then
	 * @throws io.sparkex.errors.RemoteException if the server has another jar of that
	 * name; it takes the others
	 * @see #addArtifacts(String...)
	 */
	public void addArtifacts(URI... uris) {
		add(ArtifactType.CLASS_PATH, uris, (uri) -> ArtifactSource.of(uri, ArtifactType.CLASS_PATH));
	}

	/**
	 * Adds jars and class files to the class path of this session, in one call.
	 * <p>
	 * They are there until the session ends, and no other session sees them. To add a jar
	 * again does nothing; a class file takes the place of one that was added before.
	 * Returns when the server has them all.
	 * @param paths files of this machine, or their URIs
	 * @throws IllegalArgumentException if a file is missing, or it is neither
	 * {@code .jar} nor {@code .class}, or two have the same name; none is sent then
	 * @throws java.io.UncheckedIOException if a file cannot be read, or changes its size
	 * meanwhile; the server then has none
	 * @throws io.sparkex.errors.RemoteException if the server has another jar of that
	 * name; it takes the others
	 * @throws io.sparkex.errors.TransportException if the server takes nothing for two
	 * minutes, or a file arrives damaged
	 * @throws io.sparkex.errors.OperationCancelledException if this thread is interrupted
	 * or the session closed meanwhile
	 */
	public void addArtifacts(String... paths) {
		addArtifacts(ArtifactType.CLASS_PATH, paths);
	}

	/**
	 * Adds files to this session for what their type says, in one call.
	 * @param type what they are for
	 * @param paths files of this machine, or their URIs
	 * @throws IllegalArgumentException if a file is missing, or not of this type, or two
	 * have the same name; none is sent then
	 * @throws io.sparkex.errors.RemoteException if the server has another file of that
	 * name and type; it takes the others
	 * @see #addArtifacts(String...)
	 */
	public void addArtifacts(ArtifactType type, String... paths) {
		add(type, paths, (path) -> ArtifactSource.of(path, type));
	}

	private <T> void add(ArtifactType type, T[] locations, Function<T, ArtifactSource> source) {
		artifacts()
			.upload(Arrays.stream(locations).map(source).distinct().map((file) -> file.toArtifact(type)).toList());
	}

	/**
	 * Copies a file to the file system of the server, such as HDFS or an object store. A
	 * file that is there is replaced. Where that file system is the server's own disk,
	 * the server refuses unless
	 * {@code spark.sql.artifact.copyFromLocalToFs.allowDestLocal} is set to {@code true}.
	 * @param local a file of this machine
	 * @param dest the absolute path of a file on Spark's default file system
	 * @throws IllegalArgumentException if there is no such file, or the destination is
	 * not absolute or ends in a slash
	 * @throws io.sparkex.errors.RemoteException if the server refuses
	 */
	public void copyFromLocalToFs(Path local, String dest) {
		if (!dest.startsWith("/") || dest.endsWith("/")) {
			throw new IllegalArgumentException(
					"The destination must be the absolute path of a file such as /data/fares.csv but is " + dest);
		}
		artifacts().upload(List.of(Artifact.of("forward_to_fs" + dest, new ArtifactSource(local, null).file())));
	}

	/**
	 * Copies a file to the file system of the server.
	 * @param local a file of this machine
	 * @param dest the absolute path of a file on Spark's default file system
	 * @throws IllegalArgumentException if there is no such file, or the destination is
	 * not absolute or ends in a slash
	 * @throws io.sparkex.errors.RemoteException if the server refuses
	 * @see #copyFromLocalToFs(Path, String)
	 */
	public void copyFromLocalToFs(String local, String dest) {
		copyFromLocalToFs(Path.of(local), dest);
	}

}
