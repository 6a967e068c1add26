package io.sparkex.boot.test;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * {@link org.springframework.test.context.TestExecutionListener} that restores the
 * sessions of an application after a class with {@link EmbeddedSpark @EmbeddedSpark},
 * since other classes may share the context.
 */
class SessionRestoringTestExecutionListener extends AbstractTestExecutionListener {

	/**
	 * An order higher than that of the listener that closes contexts, since listeners are
	 * called in reverse order after a class.
	 */
	private static final int ORDER = 3500;

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public void afterTestClass(TestContext testContext) {
		boolean nested = TestContextAnnotationUtils.searchEnclosingClass(testContext.getTestClass());
		if (!nested && hasEmbeddedSpark(testContext) && testContext.hasApplicationContext()) {
			testContext.getApplicationContext()
				.getBeanProvider(SessionSnapshots.class)
				.ifAvailable(SessionSnapshots::restore);
		}
	}

	private static boolean hasEmbeddedSpark(TestContext testContext) {
		return TestContextAnnotationUtils.hasAnnotation(testContext.getTestClass(), EmbeddedSpark.class);
	}

}
