package io.sparkex.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import io.sparkex.fixtures.HiddenTypesCondition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * Architecture tests for the module.
 */
class ArchitectureTests {

	private static final JavaClasses module = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.sparkex.test");

	@Test
	void usesNeitherSpringNorTestEngines() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "org.junit..", "org.testng..")
			.check(module);
	}

	@Test
	void apiHidesInternalTypes() {
		classes().that().arePublic().should(HiddenTypesCondition.hideInternalTypes()).check(module);
	}

}
