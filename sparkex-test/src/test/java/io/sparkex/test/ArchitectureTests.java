package io.sparkex.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
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
	void publicMethodsHideInternalTypes() {
		methods().that()
			.areDeclaredInClassesThat()
			.arePublic()
			.and()
			.arePublic()
			.should(hideInternalTypes())
			.check(module);
	}

	private static ArchCondition<JavaMethod> hideInternalTypes() {
		return new ArchCondition<>("hide internal types") {

			@Override
			public void check(JavaMethod method, ConditionEvents events) {
				method.getAllInvolvedRawTypes()
					.stream()
					.map(HasName::getName)
					.filter((type) -> type.matches("(com\\.google\\.protobuf|io\\.grpc|io\\.sparkex\\.internal)\\..*"))
					.forEach((type) -> events
						.add(SimpleConditionEvent.violated(method, method.getFullName() + " exposes " + type)));
			}

		};
	}

}
