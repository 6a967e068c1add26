package io.sparkex.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import eu.maveniverse.maven.mima.context.Context;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;

/**
 * Converter of a failed resolution to an exception with an explanation.
 */
record ResolutionFailure(String version, RepositoryException failure) {

	private static final int MAX_ARTIFACTS = 3;

	EmbeddedSparkException toException(Context maven, RepositorySystemSession session) {
		String repositories = maven.remoteRepositories()
			.stream()
			.map(RemoteRepository::getId)
			.collect(Collectors.joining(", "));
		boolean offline = session.isOffline();
		return new EmbeddedSparkException("Cannot resolve Spark " + this.version + ": " + reason() + ". Looked in "
				+ session.getLocalRepository().getBasedir()
				+ (offline ? "; Maven is set to work offline" : " and in the repositories " + repositories)
				+ ". Check that the version exists; check the network, and the mirrors and proxies in "
				+ maven.mavenUserHome().settingsXml() + "; or use an unpacked Spark distribution with"
				+ " sparkHome(..)", this.failure);
	}

	private String reason() {
		List<String> missing = missing();
		if (missing.isEmpty()) {
			return deepestRepositoryMessage();
		}
		int more = missing.size() - MAX_ARTIFACTS;
		return String.join(", ", missing.subList(0, Math.min(MAX_ARTIFACTS, missing.size())))
				+ ((more > 0) ? " and " + more + " more" : "") + " cannot be resolved: " + deepestRepositoryMessage();
	}

	private List<String> missing() {
		List<String> missing = new ArrayList<>();
		for (Throwable cause = this.failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ArtifactResolutionException resolution) {
				for (ArtifactResult result : resolution.getResults()) {
					if (!result.isResolved()) {
						missing.add(result.getRequest().getArtifact().toString());
					}
				}
				break;
			}
		}
		return missing;
	}

	private String deepestRepositoryMessage() {
		String message = this.failure.getMessage();
		for (Throwable cause = this.failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof RepositoryException) {
				message = cause.getMessage();
			}
		}
		return String.valueOf(message);
	}

}
