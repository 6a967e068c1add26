package io.sparkex;

import java.util.function.Consumer;

import io.sparkex.arrow.ColumnBatch;
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

	static void forEachBatch(DataFrame frame, Consumer<ColumnBatch> action) {
		try (BatchStream batches = frame.execute()) {
			ColumnBatch batch = batches.next();
			while (batch != null) {
				action.accept(batch);
				batch = batches.next();
			}
		}
	}

}
