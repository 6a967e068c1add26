package io.sparkex.boot.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Architecture tests for the module.
 */
class ArchitectureTests {

	private static final JavaClasses module = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.sparkex.boot.test", "io.sparkex.boot.testcontainers");

	@Test
	void usesNeitherInternalPackagesNorGrpc() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.sparkex.internal..", "io.grpc..", "com.google..")
			.check(module);
	}

	@Test
	void onlyContainersUseTestcontainers() {
		noClasses().that()
			.resideOutsideOfPackage("io.sparkex.boot.testcontainers")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.testcontainers..", "org.springframework.boot.testcontainers..")
			.check(module);
	}

	@Test
	void packagesHaveNoCycles() {
		slices().matching("io.sparkex.boot.(**)").should().beFreeOfCycles().check(module);
	}

	@Test
	void packagesAreNullMarked() {
		classes().that()
			.haveSimpleName("package-info")
			.should()
			.beAnnotatedWith(NullMarked.class)
			.allowEmptyShould(false)
			.check(module);
	}

}
