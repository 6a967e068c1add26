package io.sparkex.parity;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.sparkex.parity.Exclusions.Rule;

/**
 * The comparison of a class with its official counterpart.
 */
final class ClassParity {

	private final String officialName;

	private final Optional<Class<?>> ours;

	private final List<OfficialMethod> present = new ArrayList<>();

	private final Map<OfficialMethod, Rule> excluded = new LinkedHashMap<>();

	private final List<OfficialMethod> missing = new ArrayList<>();

	private final List<String> contradictions = new ArrayList<>();

	private final List<Difference> differences = new ArrayList<>();

	ClassParity(String officialClass, List<OfficialMethod> methods, Exclusions exclusions) {
		this.officialName = officialClass.replace('$', '.');
		this.ours = OfficialTypeMapping.of(officialClass);
		for (OfficialMethod method : methods) {
			add(method, exclusions.find(method));
		}
	}

	private void add(OfficialMethod method, Optional<Rule> rule) {
		Optional<Executable> counterpart = counterpart(method, false);
		if (counterpart.isPresent()) {
			this.present.add(method);
			rule.filter((found) -> !found.isForType())
				.ifPresent((found) -> this.contradictions.add(found + " is excluded but " + method + " is there"));
			if (counterpart.get() instanceof Method found && !OfficialTypeMapping.returnsTheSame(method, found)) {
				this.differences.add(new Difference(method, found));
			}
		}
		else if (rule.isPresent() && (!rule.get().needsSubstitute() || counterpart(method, true).isPresent())) {
			this.excluded.put(method, rule.get());
		}
		else {
			this.missing.add(method);
		}
	}

	/**
	 * If there are several candidates, the one with the official return type comes first.
	 */
	private Optional<Executable> counterpart(OfficialMethod method, boolean scalaAsJava) {
		return this.ours.stream()
			.<Executable>flatMap(
					(type) -> Stream.concat(Stream.of(type.getConstructors()), Stream.of(type.getMethods())))
			.filter((candidate) -> OfficialTypeMapping.accepts(method, candidate, scalaAsJava))
			.min(Comparator
				.comparing((Executable candidate) -> candidate instanceof Method found
						&& !OfficialTypeMapping.returnsTheSame(method, found))
				.thenComparing(Executable::toGenericString));
	}

	String officialName() {
		return this.officialName;
	}

	String ourName() {
		return this.ours.map(Class::getSimpleName).orElse("");
	}

	int official() {
		return this.present.size() + this.excluded.size() + this.missing.size();
	}

	List<OfficialMethod> present() {
		return this.present;
	}

	Map<OfficialMethod, Rule> excluded() {
		return this.excluded;
	}

	List<OfficialMethod> missing() {
		return this.missing;
	}

	/**
	 * Returns the methods that are excluded although they exist.
	 */
	List<String> contradictions() {
		return this.contradictions;
	}

	List<Difference> differences() {
		return this.differences;
	}

	/**
	 * A method whose return type differs.
	 */
	record Difference(OfficialMethod official, Method ours) {

		String officialType() {
			return OfficialMethod.shortName(this.official.genericReturnType());
		}

		String ourType() {
			return declaration().getGenericReturnType().getTypeName().replaceAll("\\b(?:java|io)\\.(?:[a-z]+\\.)*", "");
		}

		/**
		 * Methods inherited from a class that is not public are bridges without generics.
		 */
		private Method declaration() {
			return this.ours.isBridge() ? Stream.of(this.ours.getDeclaringClass().getSuperclass().getDeclaredMethods())
				.filter((method) -> method.getName().equals(this.ours.getName())
						&& Arrays.equals(method.getParameterTypes(), this.ours.getParameterTypes()))
				.findFirst()
				.orElse(this.ours) : this.ours;
		}

	}

}
