package io.sparkex;

import java.io.ObjectInputStream;
import java.time.ZoneId;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
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
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Tests for the dependencies between packages.
 */
class ArchitectureTests {

	private static final String PROTO = "io.sparkex.internal.proto..";

	private static final String PROTOBUF = "com.google.protobuf..";

	private static final String GRPC = "io.grpc..";

	private static final Pattern HIDDEN_TYPES = Pattern
		.compile("(com\\.google\\.protobuf|io\\.grpc|io\\.netty|io\\.sparkex\\.internal)\\..*");

	/**
	 * The service provider interfaces that expose gRPC channels on purpose.
	 */
	private static final Set<String> CHANNEL_INTERFACES = Set.of("io.sparkex.connect.SparkChannelFactory",
			"io.sparkex.connect.SparkChannelCustomizer");

	private static final JavaClasses client = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.withImportOption((location) -> !location.contains("/io/sparkex/internal/proto/"))
		.importPackages("io.sparkex");

	@Test
	void apiSignaturesHideInternalTypes() {
		members().that()
			.areDeclaredInClassesThat()
			.resideOutsideOfPackage("io.sparkex.internal..")
			.and()
			.areDeclaredInClassesThat()
			.arePublic()
			.should(hideInternalTypes())
			.check(client);
	}

	@Test
	void apiTypesExtendNoInternalTypes() {
		classes().that()
			.resideOutsideOfPackage("io.sparkex.internal..")
			.and()
			.arePublic()
			.should(inheritNoInternalTypes())
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
					"io.sparkex.values", "io.sparkex.columnar", "io.sparkex.internal.arrow",
					"io.sparkex.internal.text", "org.apache.arrow.flatbuf",
					"com.google.flatbuffers", "com.github.luben.zstd", "net.jpountz..")
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

	private static boolean isPrintableAscii(JavaMember member) {
		return member.getModifiers().contains(JavaModifier.PUBLIC)
				|| member.getModifiers().contains(JavaModifier.PROTECTED);
	}

	private static boolean isHidden(String type) {
		return HIDDEN_TYPES.matcher(type).matches();
	}

	private static ArchCondition<JavaMember> hideInternalTypes() {
		return new ArchCondition<>("hide internal types") {

			@Override
			public void check(JavaMember member, ConditionEvents events) {
				if (!isPrintableAscii(member)) {
					return;
				}
				Set<JavaClass> types = (member instanceof JavaCodeUnit unit) ? unit.getAllInvolvedRawTypes()
						: ((JavaField) member).getAllInvolvedRawTypes();
				types.stream()
					.map(HasName::getName)
					.filter((type) -> isHidden(type) && !(type.startsWith("io.grpc.")
							&& CHANNEL_INTERFACES.contains(member.getOwner().getName())))
					.forEach((type) -> events
						.add(SimpleConditionEvent.violated(member, member.getFullName() + " exposes " + type)));
			}

		};
	}

	private static ArchCondition<JavaClass> inheritNoInternalTypes() {
		return new ArchCondition<>("inherit no internal types") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				type.getAllRawInterfaces()
					.stream()
					.map(HasName::getName)
					.filter(ArchitectureTests::isHidden)
					.forEach((name) -> events
						.add(SimpleConditionEvent.violated(type, type.getName() + " implements " + name)));
				type.getAllRawSuperclasses()
					.stream()
					.map(HasName::getName)
					.filter(ArchitectureTests::isHidden)
					.forEach((name) -> events
						.add(SimpleConditionEvent.violated(type, type.getName() + " extends " + name)));
			}

		};
	}

}
