package io.sparkex.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Resolver of the jars of a Spark version through Maven.
 */
final class ArtifactResolver {

	private static final Logger logger = LoggerFactory.getLogger(ArtifactResolver.class);

	private final ContextOverrides setup;

	ArtifactResolver(ContextOverrides setup) {
		this.setup = setup;
	}

	List<Path> resolve(String version, List<String> packages) {
		DownloadProgress progress = new DownloadProgress();
		ContextOverrides overrides = this.setup.toBuilder()
			// The parent POM of Spark defines a mirror that some networks block.
			.ignoreArtifactDescriptorRepositories(true)
			// By default, Maven ignores the dependencies of an invalid POM, and the
			// server would start with missing jars.
			.artifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(false, false))
			.transferListener(progress)
			.build();
		try (Context maven = Runtimes.INSTANCE.getRuntime().create(overrides)) {
			DefaultRepositorySystemSession session = new DefaultRepositorySystemSession(
					maven.repositorySystemSession());
			session.setOffline(isOffline(maven));
			Path localRepository = session.getLocalRepository().getBasedir().toPath();
			logger
				.info("Resolving Spark {} through Maven into {}; missing artifacts are downloaded once, about 330 MB in"
						+ " total", version, localRepository);
			long start = System.nanoTime();
			try {
				List<Path> jars = new MavenArtifacts(maven, session).resolve(version, packages);
				logger.info("Resolved Spark {}: {} jars, {} MB on the class path; downloaded {} in {} s", version,
						jars.size(), totalSize(jars) / 1_000_000, progress, seconds(start));
				return jars;
			}
			catch (RepositoryException ex) {
				throw new ResolutionFailure(version, ex).toException(maven, session);
			}
		}
		catch (IllegalStateException ex) {
			throw new EmbeddedSparkException("Cannot read the Maven settings: " + rootMessage(ex)
					+ "; correct settings.xml, or use sparkHome(..)", ex);
		}
	}

	/**
	 * Returns the offline flag of settings.xml, which MIMA does not apply.
	 */
	private static boolean isOffline(Context maven) {
		DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
		request.setSystemProperties(System.getProperties());
		request.setUserSettingsFile(maven.mavenUserHome().settingsXml().toFile());
		if (maven.mavenSystemHome() != null) {
			request.setGlobalSettingsFile(maven.mavenSystemHome().settingsXml().toFile());
		}
		try {
			return new DefaultSettingsBuilderFactory().newInstance().build(request).getEffectiveSettings().isOffline();
		}
		catch (SettingsBuildingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static long totalSize(List<Path> jars) {
		try {
			long size = 0;
			for (Path jar : jars) {
				size += Files.size(jar);
			}
			return size;
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private static String seconds(long start) {
		return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9);
	}

	private static String rootMessage(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return String.valueOf(root.getMessage());
	}

}
