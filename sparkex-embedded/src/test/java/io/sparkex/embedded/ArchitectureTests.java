package io.sparkex.embedded;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTests {

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.sparkex.embedded");

	@Test
	void dependsOnlyOnMavenResolverAndLogging() {
		classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("io.sparkex.embedded", "java..", "javax.management..", "org.jspecify..", "org.slf4j..",
					"eu.maveniverse.maven.mima..", "org.eclipse.aether..", "org.apache.maven..")
			.check(this.classes);
	}

	@Test
	void launcherDependsOnlyOnJdk() {
		classes().that()
			.haveSimpleName("ServerLauncher")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "javax.management..")
			.orShould()
			.onlyDependOnClassesThat()
			.haveSimpleName("ServerLauncher")
			.check(this.classes);
	}

	@Test
	void keepsImplementationPackagePrivate() {
		noClasses().that().haveSimpleNameNotStartingWith("EmbeddedSpark").should().bePublic().check(this.classes);
	}

	@Test
	void builderDoesNotExposeMaven() {
		noClasses().that()
			.haveSimpleNameStartingWith("EmbeddedSparkServerBuilder")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.eclipse.aether..", "eu.maveniverse..")
			.check(this.classes);
	}

}
