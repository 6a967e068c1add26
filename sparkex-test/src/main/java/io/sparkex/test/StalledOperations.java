package io.sparkex.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.grpc.stub.ServerCallStreamObserver;

import io.sparkex.internal.proto.ExecutePlanRequest;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.InterruptRequest;

/**
 * Operations of a fake server without a response, which can be interrupted. Thread-safe.
 */
final class StalledOperations {

	private final Map<String, Running> running = new ConcurrentHashMap<>();

	void stall(ExecutePlanRequest request, ServerCallStreamObserver<ExecutePlanResponse> observer) {
		this.running.put(request.getOperationId(),
				new Running(request.getSessionId(), Set.copyOf(request.getTagsList()), observer));
	}

	/**
	 * Ends the operations that a request selects.
	 * @return the IDs of the operations
	 */
	List<String> interrupt(InterruptRequest request) {
		List<String> interrupted = new ArrayList<>();
		this.running.forEach((id, operation) -> {
			if (operation.sessionId().equals(request.getSessionId()) && isSelected(id, operation, request)) {
				interrupted.add(id);
			}
		});
		interrupted.forEach(this::end);
		return interrupted;
	}

	private static boolean isSelected(String id, Running operation, InterruptRequest request) {
		return switch (request.getInterruptType()) {
			case INTERRUPT_TYPE_ALL -> true;
			case INTERRUPT_TYPE_TAG -> operation.tags().contains(request.getOperationTag());
			case INTERRUPT_TYPE_OPERATION_ID -> id.equals(request.getOperationId());
			default -> false;
		};
	}

	void end(String id) {
		Running operation = this.running.remove(id);
		if (operation != null && !operation.observer().isCancelled()) {
			operation.observer().onError(FakeErrors.cancelled(id));
		}
	}

	void endAll() {
		List.copyOf(this.running.keySet()).forEach(this::end);
	}

	private record Running(String sessionId, Set<String> tags, ServerCallStreamObserver<ExecutePlanResponse> observer) {

	}

}
