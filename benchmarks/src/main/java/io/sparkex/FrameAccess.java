package io.sparkex;

import io.sparkex.proto.Plan;

/**
 * The one place that reaches what a frame does not show in public.
 */
final class FrameAccess {

	private FrameAccess() {
	}

	/**
	 * The message that a frame sends to be run.
	 */
	static Plan plan(DataFrame frame) {
		return frame.sparkSession().runner().plan(frame.relation());
	}

}
