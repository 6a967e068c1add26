package io.sparkex;

import java.io.ObjectInputStream;
import java.time.ZoneId;
import java.util.TimeZone;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The rules of the house: which floor may know which.
 */
class ArchitectureTests {

	private static final String[] WIRE = { "com.google.protobuf..", "io.grpc..", "io.sparkex.proto.." };

	private static final JavaClasses house = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.withImportOption((location) -> !location.contains("/io/sparkex/proto/"))
		.importPackages("io.sparkex");

	@Test
	void neverAsksForTheZoneOfTheJvm() {
		noClasses().should()
			.callMethod(ZoneId.class, "systemDefault")
			.orShould()
			.callMethod(TimeZone.class, "getDefault")
			.check(house);
	}

	@Test
	void typesKnowNoOtherFloor() {
		classes().that()
			.resideInAPackage("io.sparkex.types")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", "io.sparkex.types")
			.check(house);
	}

	@Test
	void errorsKnowNoOtherFloor() {
		classes().that()
			.resideInAPackage("io.sparkex.errors")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", "io.sparkex.errors")
			.check(house);
	}

	@Test
	void planKnowsOnlyTypes() {
		classes().that()
			.resideInAPackage("io.sparkex.plan")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", "io.sparkex.types", "io.sparkex.values",
					"io.sparkex.storage", "io.sparkex.plan")
			.check(house);
	}

	@Test
	void arrowKnowsOnlyTypesErrorsValuesAndItsFormat() {
		classes().that()
			.resideInAPackage("io.sparkex.arrow")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", "io.sparkex.types", "io.sparkex.errors",
					"io.sparkex.values", "io.sparkex.arrow", "org.apache.arrow.flatbuf", "com.google.flatbuffers",
					"com.github.luben.zstd", "net.jpountz..")
			.check(house);
	}

	@Test
	void valuesKnowOnlyTypesAndErrors() {
		classes().that()
			.resideInAPackage("io.sparkex.values")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", "io.sparkex.types", "io.sparkex.errors",
					"io.sparkex.values")
			.check(house);
	}

	@Test
	void exportKnowsOnlyTypesErrorsValuesAndArrow() {
		classes().that()
			.resideInAPackage("io.sparkex.export")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", "io.sparkex.types", "io.sparkex.errors",
					"io.sparkex.values", "io.sparkex.arrow", "io.sparkex.export")
			.check(house);
	}

	@Test
	void mappingKnowsNoWire() {
		noClasses().that()
			.resideInAPackage("io.sparkex.mapping")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(WIRE)
			.check(house);
	}

	@Test
	void protocolKnowsNoGrpc() {
		noClasses().that()
			.resideInAPackage("io.sparkex.protocol")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.grpc..", "io.sparkex.transport..")
			.check(house);
	}

	@Test
	void noFloorKnowsTheFacade() {
		noClasses().that()
			.resideInAPackage("io.sparkex.*")
			.and()
			.resideOutsideOfPackage("io.sparkex.testing")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.sparkex")
			.check(house);
	}

	/**
	 * What is there for tests needs what no application has on its class path.
	 */
	@Test
	void nothingKnowsTheSupportForTests() {
		noClasses().that()
			.resideOutsideOfPackage("io.sparkex.testing")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.sparkex.testing", "io.grpc.inprocess..", "org.assertj..")
			.check(house);
	}

	@Test
	void packagesAreFreeOfCycles() {
		slices().matching("io.sparkex.(*)..").should().beFreeOfCycles().check(house);
	}

	@Test
	void nothingKnowsSpringScalaOrSpark() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "scala..", "org.apache.spark..")
			.check(house);
	}

	@Test
	void onlyTheBridgeKnowsTheVectorsOfArrow() {
		noClasses().that()
			.haveNameNotMatching("io\\.sparkex\\.ArrowReaders(\\$.*)?")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.apache.arrow.memory..", "org.apache.arrow.vector..")
			.check(house);
	}

	@Test
	void theFacadeShowsNothingOfTheWire() {
		methods().that()
			.areDeclaredInClassesThat()
			.resideInAnyPackage("io.sparkex", "io.sparkex.testing")
			.and()
			.arePublic()
			.and()
			.areDeclaredInClassesThat()
			.arePublic()
			.should(mentionNothingOfTheWire())
			.check(house);
	}

	@Test
	void everyPackageIsNullMarked() {
		classes().that()
			.haveSimpleName("package-info")
			.should()
			.beAnnotatedWith(NullMarked.class)
			.allowEmptyShould(false)
			.check(house);
	}

	@Test
	void makesNoObjectsOfSerializedBytes() {
		noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class).check(house);
	}

	@Test
	void blockingCallsAreNotSynchronized() {
		methods().should().notHaveModifier(JavaModifier.SYNCHRONIZED).check(house);
	}

	private static ArchCondition<JavaMethod> mentionNothingOfTheWire() {
		return new ArchCondition<>("mention nothing of the wire") {

			@Override
			public void check(JavaMethod method, ConditionEvents events) {
				method.getAllInvolvedRawTypes()
					.stream()
					.map(HasName::getName)
					.filter((type) -> type.matches("(com\\.google\\.protobuf|io\\.grpc|io\\.sparkex\\.proto)\\..*"))
					.forEach((type) -> events
						.add(SimpleConditionEvent.violated(method, method.getFullName() + " mentions " + type)));
			}

		};
	}

}
