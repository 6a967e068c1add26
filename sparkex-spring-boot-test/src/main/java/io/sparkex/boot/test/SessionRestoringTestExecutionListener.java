package io.sparkex.boot.test;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Brings the sessions of an application back to where they were before a class with
 * {@link EmbeddedSpark @EmbeddedSpark}, since its context may serve further classes.
 */
class SessionRestoringTestExecutionListener extends AbstractTestExecutionListener {

	/**
	 * After what closes a context, so that it is called before that when a class is over.
	 */
	private static final int ORDER = 3500;

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public void afterTestClass(TestContext testContext) {
		boolean nested = TestContextAnnotationUtils.searchEnclosingClass(testContext.getTestClass());
		if (!nested && isConcerned(testContext) && testContext.hasApplicationContext()) {
			testContext.getApplicationContext()
				.getBeanProvider(SessionStates.class)
				.ifAvailable(SessionStates::restore);
		}
	}

	private static boolean isConcerned(TestContext testContext) {
		return TestContextAnnotationUtils.hasAnnotation(testContext.getTestClass(), EmbeddedSpark.class);
	}

}
