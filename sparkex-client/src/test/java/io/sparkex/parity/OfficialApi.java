package io.sparkex.parity;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;

/**
 * The public methods of Spark's official API, read from the class files of its jars. The
 * classes are not loaded, so they cannot conflict with ours.
 */
final class OfficialApi {

	private static final Path JARS = Path.of("target", "official-api");

	private static final Pattern NAME = Pattern.compile("spark-sql-api_.*?-(.*)\\.jar");

	private static final String SQL = "org.apache.spark.sql.";

	/**
	 * Methods inherited from these types are not Spark's.
	 */
	private static final List<String> NOISE = List.of("scala.Equals", "scala.Product",
			"org.apache.spark.internal.Logging");

	private static final Pattern WANTED = Pattern.compile(".*/(org/apache/spark/sql/((catalog|expressions)/)?[^/]+"
			+ "|scala/(Equals|Product)|org/apache/spark/internal/Logging)\\.class");

	private final JavaClasses classes;

	private final Set<String> noise;

	private OfficialApi(JavaClasses classes) {
		this.classes = classes;
		this.noise = Stream
			.concat(NOISE.stream().map(classes::get), Stream.of(new ClassFileImporter().importClass(Object.class)))
			.flatMap((type) -> type.getMethods().stream())
			.map(OfficialApi::signature)
			.collect(Collectors.toSet());
	}

	static OfficialApi read() throws IOException {
		try (Stream<Path> jars = Files.list(JARS)) {
			List<Location> locations = jars.map((jar) -> Location.of(URI.create("jar:" + jar.toUri() + "!/"))).toList();
			return ArchConfiguration.withThreadLocalScope((configuration) -> {
				// Resolving all referenced classes would take longer than reading them.
				// This is the only interface
				// that adds a method, close().
				configuration.setClassResolver(SelectedClassResolverFromClasspath.class);
				configuration.setClassResolverArguments("java.io");
				return new OfficialApi(new ClassFileImporter().withImportOption((location) -> location.matches(WANTED))
					.importLocations(locations));
			});
		}
	}

	/**
	 * Returns the Spark version.
	 */
	static String version() throws IOException {
		try (Stream<Path> jars = Files.list(JARS)) {
			return jars.map((jar) -> NAME.matcher(jar.getFileName().toString()))
				.filter(Matcher::matches)
				.map((name) -> name.group(1))
				.findFirst()
				.orElseThrow();
		}
	}

	/**
	 * Returns the methods and constructors that Java code can call, without those that
	 * only Scala can name.
	 */
	List<OfficialMethod> methods(String className) {
		JavaClass type = this.classes.get(SQL + className);
		Set<OfficialMethod> methods = new TreeSet<>(Comparator.comparing(OfficialMethod::toString));
		type.getAllMethods()
			.stream()
			.filter((method) -> isCallable(method) && !method.getName().contains("$"))
			.filter((method) -> !this.noise.contains(signature(method)))
			.map((method) -> method(className, method.getName(), method))
			.forEach(methods::add);
		if (!type.getModifiers().contains(JavaModifier.ABSTRACT)) {
			type.getConstructors()
				.stream()
				.filter(OfficialApi::isCallable)
				.map((constructor) -> method(className, OfficialMethod.CONSTRUCTOR, constructor))
				.forEach(methods::add);
		}
		return List.copyOf(methods);
	}

	private static boolean isCallable(JavaCodeUnit method) {
		Set<JavaModifier> modifiers = method.getModifiers();
		return modifiers.contains(JavaModifier.PUBLIC) && !modifiers.contains(JavaModifier.SYNTHETIC);
	}

	private static OfficialMethod method(String className, String name, JavaCodeUnit method) {
		boolean isStatic = method.getModifiers().contains(JavaModifier.STATIC);
		return new OfficialMethod(className.replace('$', '.'), name, parameters(method),
				typeName(method.getRawReturnType()), method.getReturnType().getName(), isStatic);
	}

	private static String signature(JavaCodeUnit method) {
		return method.getName() + parameters(method);
	}

	private static List<String> parameters(JavaCodeUnit method) {
		return method.getRawParameterTypes().stream().map(OfficialApi::typeName).toList();
	}

	private static String typeName(JavaClass type) {
		return type.tryGetComponentType().map((component) -> typeName(component) + "[]").orElse(type.getName());
	}

}
