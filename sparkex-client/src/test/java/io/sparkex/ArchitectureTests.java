package io.sparkex;

import java.io.ObjectInputStream;
import java.time.ZoneId;
import java.util.TimeZone;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import io.sparkex.fixtures.HiddenTypesCondition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Tests for the dependencies between packages.
 */
class ArchitectureTests {

	private static final String INTERNAL = "io.sparkex.internal..";

	private static final String PROTO = "io.sparkex.internal.proto..";

	private static final String PROTOBUF = "com.google.protobuf..";

	private static final String GRPC = "io.grpc..";

	private static final JavaClasses client = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.withImportOption((location) -> !location.contains("/io/sparkex/internal/proto/"))
		.importPackages("io.sparkex");

	@Test
	void apiHidesInternalTypes() {
		classes().that()
			.resideOutsideOfPackage(INTERNAL)
			.and()
			.arePublic()
			.should(HiddenTypesCondition.hideInternalTypes("io.sparkex.connect.SparkChannelFactory",
					"io.sparkex.connect.SparkChannelCustomizer"))
			.check(client);
	}

	@Test
	void publicInternalTypesAreUsedByOtherPackages() {
		classes().that()
			.resideInAPackage(INTERNAL)
			.and()
			.arePublic()
			.and()
			.areTopLevelClasses()
			.should(beUsedByOtherPackages())
			.check(client);
	}

	@Test
	void rootUsesNeitherProtobufNorGrpc() {
		noClasses().that()
			.resideInAPackage("io.sparkex")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(PROTO, PROTOBUF, GRPC)
			.check(client);
	}

	@Test
	void internalPackagesDoNotUseTheRoot() {
		noClasses().that()
			.resideOutsideOfPackage("io.sparkex")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.sparkex")
			.check(client);
	}

	@Test
	void typesAndErrorsUseOnlyTheJdk() {
		classes().that()
			.resideInAPackage("io.sparkex.types")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", "io.sparkex.types", "io.sparkex.internal.json",
					"io.sparkex.internal.text")
			.check(client);
		classes().that()
			.resideInAPackage("io.sparkex.errors")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", "io.sparkex.errors")
			.check(client);
	}

	@Test
	void planIsIndependentOfProtobufAndGrpc() {
		classes().that()
			.resideInAPackage("io.sparkex.internal.plan")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", "io.sparkex.types", "io.sparkex.values",
					"io.sparkex.storage", "io.sparkex.internal.plan", "io.sparkex.internal.text")
			.check(client);
	}

	@Test
	void arrowIsIndependentOfProtobufAndGrpc() {
		classes().that()
			.resideInAnyPackage("io.sparkex.internal.arrow", "io.sparkex.columnar")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", "io.sparkex.types", "io.sparkex.errors",
					"io.sparkex.values", "io.sparkex.columnar", "io.sparkex.internal.arrow", "io.sparkex.internal.text",
					"org.apache.arrow.flatbuf", "com.google.flatbuffers", "com.github.luben.zstd", "net.jpountz..")
			.check(client);
	}

	@Test
	void exportAndMappingReadColumnsOnly() {
		noClasses().that()
			.resideInAnyPackage("io.sparkex.internal.export", "io.sparkex.internal.mapping")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(PROTO, PROTOBUF, GRPC, "io.sparkex.internal.plan", "io.sparkex.internal.transport")
			.check(client);
	}

	@Test
	void protocolIsIndependentOfGrpc() {
		noClasses().that()
			.resideInAPackage("io.sparkex.internal.protocol")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(GRPC, "io.sparkex.internal.transport", "io.sparkex.internal.query")
			.check(client);
	}

	@Test
	void packagesHaveNoCycles() {
		slices().matching("io.sparkex.(**)").should().beFreeOfCycles().check(client);
	}

	@Test
	void usesNeitherSpringNorScalaNorSpark() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "scala..", "org.apache.spark..")
			.check(client);
	}

	@Test
	void onlyArrowReadersUsesArrowVectors() {
		noClasses().that()
			.haveNameNotMatching("io\\.sparkex\\.ArrowReaders(\\$.*)?")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.apache.arrow.memory..", "org.apache.arrow.vector..")
			.check(client);
	}

	@Test
	void packagesAreNullMarked() {
		classes().that()
			.haveSimpleName("package-info")
			.should()
			.beAnnotatedWith(NullMarked.class)
			.allowEmptyShould(false)
			.check(client);
	}

	@Test
	void ignoresTheDefaultTimeZone() {
		noClasses().should()
			.callMethod(ZoneId.class, "systemDefault")
			.orShould()
			.callMethod(TimeZone.class, "getDefault")
			.check(client);
	}

	@Test
	void deserializesNoObjects() {
		noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class).check(client);
	}

	@Test
	void methodsAreNotSynchronized() {
		methods().should().notHaveModifier(JavaModifier.SYNCHRONIZED).check(client);
	}

	/**
	 * Requires that another package uses a type. A type in the signature of a public
	 * method of the package also counts as used: callers that pass its values on, or
	 * method references, do not depend on it.
	 */
	private static ArchCondition<JavaClass> beUsedByOtherPackages() {
		return new ArchCondition<>("be used by other packages") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean used = client.stream()
					.filter((part) -> part.getName().equals(type.getName())
							|| part.getName().startsWith(type.getName() + "$"))
					.flatMap((part) -> part.getDirectDependenciesToSelf().stream())
					.map(Dependency::getOriginClass)
					.anyMatch((user) -> !user.getPackageName().equals(type.getPackageName()));
				boolean inSignature = Stream
					.concat(type.getMethodsWithParameterTypeOfSelf().stream(),
							type.getMethodsWithReturnTypeOfSelf().stream())
					.anyMatch((method) -> method.getModifiers().contains(JavaModifier.PUBLIC)
							&& method.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
							&& !method.getOwner().equals(type));
				events.add(new SimpleConditionEvent(type, used || inSignature,
						type.getName() + " is used by its own package only"));
			}

		};
	}

}
