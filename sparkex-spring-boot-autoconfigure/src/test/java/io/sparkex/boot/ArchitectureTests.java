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

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Architecture tests for the module.
 */
class ArchitectureTests {

	private static final JavaClasses module = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.sparkex.boot");

	@Test
	void doesNotUseInternalPackages() {
		noClasses().should().dependOnClassesThat().resideInAPackage("io.sparkex.internal..").check(module);
	}

	@Test
	void onlyChannelsUseGrpc() {
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
	void onlyEmbeddedPackageUsesEmbeddedServer() {
		noClasses().that()
			.resideOutsideOfPackage("io.sparkex.boot.autoconfigure.embedded")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.sparkex.embedded")
			.check(module);
	}

	@Test
	void usesNoTestLibraries() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.sparkex.test..", "org.junit..", "org.assertj..", "org.testcontainers..",
					"org.springframework.test..", "org.springframework.boot.test..")
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
	void packagesAreNullMarked() {
		classes().should(ArchCondition.from(DescribedPredicate.describe("be in a package that is null-marked",
				(JavaClass javaClass) -> javaClass.getPackage().isAnnotatedWith(NullMarked.class))))
			.check(module);
	}

}
