package io.sparkex.test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import com.google.protobuf.Message;
import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.PlanPrinter;
import io.sparkex.internal.proto.Command;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.proto.Relation;
import io.sparkex.internal.proto.RelationCommon;

/**
 * Writes plans as they arrive in the form that {@link PlanPrinter} has for them where
 * they are made: a line an operator, what it reads below it.
 */
final class PlanText {

	private final StringBuilder out = new StringBuilder();

	private PlanText() {
	}

	static String of(Plan plan) {
		PlanText text = new PlanText();
		if (plan.hasCommand()) {
			text.command(plan.getCommand());
		}
		else {
			text.tree(plan.getRoot());
		}
		return text.out.toString();
	}

	static String of(Relation relation) {
		PlanText text = new PlanText();
		text.tree(relation);
		return text.out.toString();
	}

	private void command(Command command) {
		Message kind = single(command);
		if (kind == null) {
			return;
		}
		this.out.append(MessageText.line(kind)).append('\n');
		inputs(kind).forEach(this::tree);
	}

	/**
	 * Without recursion, since plans may be thousands of steps deep.
	 */
	private void tree(Relation root) {
		Deque<Map.Entry<Relation, Integer>> pending = new ArrayDeque<>();
		pending.push(Map.entry(root, 0));
		while (!pending.isEmpty()) {
			Map.Entry<Relation, Integer> next = pending.pop();
			Message operator = operator(next.getKey());
			List<Relation> inputs = (operator != null) ? inputs(operator) : List.of();
			this.out.append("  ".repeat(next.getValue()))
				.append((operator != null) ? line(operator, next.getKey().getCommon()) : "Unknown")
				.append('\n');
			int indent = next.getValue() + ((inputs.size() > 1) ? 1 : 0);
			for (int i = inputs.size() - 1; i >= 0; i--) {
				pending.push(Map.entry(inputs.get(i), indent));
			}
		}
	}

	private static @Nullable Message operator(Relation relation) {
		Message kind = single(relation);
		boolean nested = relation.hasRead() || relation.hasCatalog();
		return (nested && kind != null) ? single(kind) : kind;
	}

	/**
	 * The message that tells what kind of a relation or command this is.
	 */
	private static @Nullable Message single(Message message) {
		return message.getAllFields()
			.values()
			.stream()
			.filter((value) -> value instanceof Message && !(value instanceof RelationCommon))
			.map(Message.class::cast)
			.findFirst()
			.orElse(null);
	}

	private static List<Relation> inputs(Message operator) {
		List<Relation> inputs = new ArrayList<>();
		operator.getAllFields().values().forEach((value) -> {
			if (value instanceof Relation relation) {
				inputs.add(relation);
			}
			if (value instanceof List<?> elements) {
				elements.forEach((element) -> {
					if (element instanceof Relation relation) {
						inputs.add(relation);
					}
				});
			}
		});
		return inputs;
	}

	private static String line(Message operator, RelationCommon common) {
		String[] nameAndDetails = MessageText.line(operator).split(" ", 2);
		String number = common.hasPlanId() ? " #" + common.getPlanId() : "";
		return nameAndDetails[0] + number + ((nameAndDetails.length > 1) ? " " + nameAndDetails[1] : "");
	}

}
