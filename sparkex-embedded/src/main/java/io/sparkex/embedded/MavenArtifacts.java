package io.sparkex.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import eu.maveniverse.maven.mima.context.Context;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.ArtifactIdUtils;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The artifacts of a Spark Connect server, resolved with Maven Resolver.
 */
final class MavenArtifacts {

	private static final Logger logger = LoggerFactory.getLogger(MavenArtifacts.class);

	private static final String SPARK = "org.apache.spark:";

	/** The version that Spark 4.0, 4.1 and 4.2 depend on. */
	private static final String BREEZE = "org.scalanlp:breeze_2.13:2.1.0";

	private final Context maven;

	private final RepositorySystemSession session;

	MavenArtifacts(Context maven, RepositorySystemSession session) {
		this.maven = maven;
		this.session = session;
	}

	List<Path> resolve(String version, List<String> packages)
			throws DependencyResolutionException, ArtifactResolutionException {
		Map<String, Artifact> classPath = new LinkedHashMap<>();
		List<Dependency> roots = Stream.of("spark-connect_2.13:", "spark-sql_2.13:")
			.map((name) -> dependency(SPARK + name + version))
			.toList();
		collect(roots, List.of()).forEach((artifact) -> classPath.put(key(artifact), artifact));
		for (Artifact artifact : mllib(version)) {
			classPath.putIfAbsent(key(artifact), artifact);
		}
		if (!packages.isEmpty()) {
			addPackages(packages, classPath);
		}
		return classPath.values().stream().map((artifact) -> artifact.getFile().toPath().toAbsolutePath()).toList();
	}

	/**
	 * Adds packages. The versions of Spark are managed, so that packages add jars but do
	 * not change versions.
	 */
	private void addPackages(List<String> packages, Map<String, Artifact> classPath)
			throws DependencyResolutionException {
		List<Dependency> managed = classPath.values()
			.stream()
			.map((artifact) -> new Dependency(artifact, JavaScopes.RUNTIME))
			.toList();
		for (Artifact artifact : collect(packages.stream().map(MavenArtifacts::dependency).toList(), managed)) {
			Artifact present = classPath.putIfAbsent(key(artifact), artifact);
			if (present != null && !present.getVersion().equals(artifact.getVersion())) {
				logger.warn("Package {} is ignored: Spark depends on version {}", artifact, present.getVersion());
			}
		}
	}

	private List<Artifact> collect(List<Dependency> roots, List<Dependency> managed)
			throws DependencyResolutionException {
		CollectRequest collect = new CollectRequest(roots, managed, this.maven.remoteRepositories());
		DependencyRequest request = new DependencyRequest(collect,
				DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
		return this.maven.repositorySystem()
			.resolveDependencies(this.session, request)
			.getArtifactResults()
			.stream()
			.map(ArtifactResult::getArtifact)
			.toList();
	}

	private List<Artifact> mllib(String version) throws ArtifactResolutionException {
		try {
			return resolveMllib(version);
		}
		catch (ArtifactResolutionException ex) {
			String fallback = SparkVersion.mllibFallback(version);
			logger.debug("spark-mllib {} is not in the repositories, using {} instead", version, fallback, ex);
			try {
				return resolveMllib(fallback);
			}
			catch (ArtifactResolutionException fallbackFailure) {
				ex.addSuppressed(fallbackFailure);
				throw ex;
			}
		}
	}

	/**
	 * Resolves MLlib with Breeze only. The server needs a single class of MLlib, whose
	 * dependencies are many and large. However, Kryo registers the matrices of MLlib if
	 * it finds them, which requires Breeze, and Spark uses Kryo by itself if memory is
	 * low.
	 */
	private List<Artifact> resolveMllib(String version) throws ArtifactResolutionException {
		List<ArtifactRequest> requests = new ArrayList<>();
		for (String coordinates : List.of(SPARK + "spark-mllib_2.13:" + version,
				SPARK + "spark-mllib-local_2.13:" + version, BREEZE)) {
			requests.add(new ArtifactRequest(new DefaultArtifact(coordinates), this.maven.remoteRepositories(), null));
		}
		return this.maven.repositorySystem()
			.resolveArtifacts(this.session, requests)
			.stream()
			.map(ArtifactResult::getArtifact)
			.toList();
	}

	private static Dependency dependency(String coordinates) {
		return new Dependency(new DefaultArtifact(coordinates), JavaScopes.COMPILE);
	}

	private static String key(Artifact artifact) {
		return ArtifactIdUtils.toVersionlessId(artifact);
	}

}
