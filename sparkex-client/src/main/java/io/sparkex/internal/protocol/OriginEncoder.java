package io.sparkex.internal.protocol;

import java.util.HashMap;
import java.util.Map;

import io.sparkex.internal.plan.CallSite;
import io.sparkex.internal.proto.ExpressionCommon;
import io.sparkex.internal.proto.JvmOrigin;
import io.sparkex.internal.proto.Origin;
import io.sparkex.internal.proto.StackTraceElement;

/**
 * Encoder of call sites. Expressions from the same line share one message. Not
 * thread-safe.
 */
final class OriginEncoder {

	private final Map<CallSite, ExpressionCommon> encoded = new HashMap<>();

	ExpressionCommon common(CallSite site) {
		return this.encoded.computeIfAbsent(site, OriginEncoder::encode);
	}

	/**
	 * Encodes a call site. The server expects the called method in the first element and
	 * its callers in the others.
	 */
	private static ExpressionCommon encode(CallSite site) {
		java.lang.StackTraceElement caller = site.caller();
		StackTraceElement.Builder line = StackTraceElement.newBuilder()
			.setDeclaringClass(caller.getClassName())
			.setMethodName(caller.getMethodName())
			.setLineNumber(caller.getLineNumber());
		if (caller.getFileName() != null) {
			line.setFileName(caller.getFileName());
		}
		StackTraceElement.Builder method = StackTraceElement.newBuilder()
			.setDeclaringClass("io.sparkex")
			.setMethodName(site.method());
		return ExpressionCommon.newBuilder()
			.setOrigin(
					Origin.newBuilder().setJvmOrigin(JvmOrigin.newBuilder().addStackTrace(method).addStackTrace(line)))
			.build();
	}

}
