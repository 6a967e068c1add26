package io.sparkex.boot;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import io.sparkex.embedded.EmbeddedSpark;
import io.sparkex.transport.CallTimeouts;
import io.sparkex.transport.ChannelOptions;
import io.sparkex.transport.ConnectionString;
import io.sparkex.transport.RetryPolicy;
import io.sparkex.transport.SparkChannelCustomizer;
import io.sparkex.transport.SparkChannelFactory;
import io.sparkex.transport.SparkToken;
import io.sparkex.transport.SparkTokenSupplier;
import io.sparkex.transport.TlsOptions;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The rules that keep the module in shape.
 */
class ArchitectureTests {

	private static final JavaClasses module = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.sparkex.boot");

	@Test
	void dependsOnTheFacadeOfTheClientAndNamedInterfacesOnly() {
		noClasses().should()
			.dependOnClassesThat(resideInAPackage("io.sparkex..")
				.and(not(resideInAnyPackage("io.sparkex", "io.sparkex.boot..", "io.sparkex.catalog",
						"io.sparkex.embedded", "io.sparkex.errors", "io.sparkex.execution", "io.sparkex.export",
						"io.sparkex.testing", "io.sparkex.types")))
				.and(not(belongToAnyOf(CallTimeouts.class, ChannelOptions.class, ConnectionString.class,
						RetryPolicy.class, SparkChannelCustomizer.class, SparkChannelFactory.class, SparkToken.class,
						SparkTokenSupplier.class, TlsOptions.class))))
			.check(module);
	}

	@Test
	void knowsNeitherGrpcNorProtobufButWhereChannelsComeFrom() {
		noClasses().that()
			.resideOutsideOfPackage("io.sparkex.boot.autoconfigure.channel")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.grpc..", "com.google..")
			.check(module);
	}

	@Test
	void hasNoCycles() {
		slices().matching("io.sparkex.boot.(**)").should().beFreeOfCycles().check(module);
	}

	@Test
	void keepsTheEmbeddedServerInItsPackages() {
		noClasses().that()
			.resideOutsideOfPackages("io.sparkex.boot.autoconfigure.embedded", "io.sparkex.boot.test..")
			.should()
			.dependOnClassesThat()
			.belongToAnyOf(EmbeddedSpark.class)
			.orShould()
			.dependOnClassesThat()
			.resideInAPackage("io.sparkex.embedded")
			.check(module);
	}

	@Test
	void keepsWhatTestsNeedOutOfApplications() {
		noClasses().that()
			.resideOutsideOfPackages("io.sparkex.boot.test..", "io.sparkex.boot.autoconfigure.test..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.sparkex.testing..", "io.sparkex.boot.test..",
					"io.sparkex.boot.autoconfigure.test..", "org.junit..", "org.springframework.test..",
					"org.springframework.boot.test..")
			.check(module);
	}

	@Test
	void hasFinalAutoConfigurations() {
		classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.haveModifier(PUBLIC)
			.andShould()
			.haveModifier(FINAL)
			.check(module);
	}

	@Test
	void hasNoPublicBeanMethods() {
		methods().that().areAnnotatedWith(Bean.class).should().bePackagePrivate().check(module);
	}

	@Test
	void saysWhatMayBeNull() {
		classes().should(ArchCondition.from(DescribedPredicate.describe("be in a package that is null-marked",
				(JavaClass javaClass) -> javaClass.getPackage().isAnnotatedWith(NullMarked.class))))
			.check(module);
	}

}
