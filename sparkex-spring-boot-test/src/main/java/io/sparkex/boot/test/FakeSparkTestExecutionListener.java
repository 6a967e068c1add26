package io.sparkex.boot.test;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

import io.sparkex.test.FakeSpark;

/**
 * Has the fake of an application forget what one test told it, since its context may
 * serve further tests.
 */
class FakeSparkTestExecutionListener extends AbstractTestExecutionListener {

	@Override
	public void afterTestMethod(TestContext testContext) {
		if (TestContextAnnotationUtils.hasAnnotation(testContext.getTestClass(), AutoConfigureFakeSpark.class)
				&& testContext.hasApplicationContext()) {
			testContext.getApplicationContext().getBeanProvider(FakeSpark.class).ifAvailable(FakeSpark::reset);
		}
	}

}
