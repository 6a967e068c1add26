package io.sparkex.boot.test;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

import io.sparkex.test.FakeSpark;

/**
 * {@link org.springframework.test.context.TestExecutionListener} that resets the
 * {@link FakeSpark} bean after each test, since other tests may share the context.
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
