package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.Window;
import io.sparkex.internal.proto.Expression;
import io.sparkex.internal.proto.Expression.Window.WindowFrame;

/**
 * Encoder of window expressions.
 */
final class WindowEncoder {

	private WindowEncoder() {
	}

	static Expression.Window encode(Window window, ExpressionEncoder expressions) {
		Expression.Window.Builder message = Expression.Window.newBuilder()
			.setWindowFunction(expressions.encode(window.function()))
			.addAllPartitionSpec(expressions.encodeAll(window.partitionBy()));
		window.orderBy().forEach((order) -> message.addOrderSpec(expressions.encodeSortOrder(order)));
		Window.Frame frame = window.frame();
		if (frame != null) {
			message.setFrameSpec(WindowFrame.newBuilder()
				.setFrameType(
						frame.rows() ? WindowFrame.FrameType.FRAME_TYPE_ROW : WindowFrame.FrameType.FRAME_TYPE_RANGE)
				.setLower(boundary(frame.lower(), expressions))
				.setUpper(boundary(frame.upper(), expressions)));
		}
		return message.build();
	}

	private static WindowFrame.FrameBoundary boundary(Window.Boundary boundary, ExpressionEncoder expressions) {
		WindowFrame.FrameBoundary.Builder message = WindowFrame.FrameBoundary.newBuilder();
		if (boundary.value() != null) {
			return message.setValue(expressions.encode(boundary.value())).build();
		}
		return (boundary.kind() == Window.Boundary.Kind.CURRENT_ROW) ? message.setCurrentRow(true).build()
				: message.setUnbounded(true).build();
	}

}
