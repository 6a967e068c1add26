package io.sparkex;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.transport.Artifact;

/**
 * A local file to be uploaded as an artifact.
 *
 * @param file the file
 * @param fragment the name of the directory that an archive is unpacked to
 */
record ArtifactSource(Path file, @Nullable String fragment) {

	/**
	 * The form of supported URIs. Paths may contain colons as well, for Windows drives or
	 * within file names.
	 */
	private static final Pattern URI_FORM = Pattern.compile("(file|ivy):.*|[A-Za-z][A-Za-z0-9+.-]+:/.*");

	ArtifactSource {
		if (!Files.isRegularFile(file)) {
			throw new IllegalArgumentException(
					Files.isDirectory(file) ? "An artifact must be a file, but this is a directory: " + file
							: "The file " + file + " does not exist");
		}
		if (!Files.isReadable(file)) {
			throw new IllegalArgumentException("The file " + file + " is not readable");
		}
		if (fragment != null && fragment.isEmpty()) {
			throw new IllegalArgumentException("The name of a directory must follow the # after " + file);
		}
	}

	static ArtifactSource of(URI uri, ArtifactType type) {
		if (!"file".equalsIgnoreCase(uri.getScheme())) {
			throw new IllegalArgumentException(
					"An artifact must be a local file but is " + uri + "; download it first");
		}
		String fragment = uri.getFragment();
		if (fragment != null && type != ArtifactType.ARCHIVE) {
			throw new IllegalArgumentException("Only archives can have a fragment, but " + uri + " is of type " + type);
		}
		return new ArtifactSource(Path.of(URI.create(uri.toString().replaceFirst("#.*", ""))), fragment);
	}

	/**
	 * Creates a source from a URI or a path in the syntax of the file system. Only
	 * archives have fragments.
	 */
	static ArtifactSource of(String path, ArtifactType type) {
		if (URI_FORM.matcher(path).matches()) {
			return of(URI.create(path), type);
		}
		int hash = (type == ArtifactType.ARCHIVE) ? path.lastIndexOf('#') : -1;
		if (hash < 0) {
			return new ArtifactSource(Path.of(path), null);
		}
		return new ArtifactSource(Path.of(path.substring(0, hash)), path.substring(hash + 1));
	}

	Artifact toArtifact(ArtifactType type) {
		return Artifact.of(type.serverName(this.file.getFileName().toString(), this.fragment), this.file);
	}

}
