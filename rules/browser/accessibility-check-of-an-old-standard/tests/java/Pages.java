class Pages {
    Results look(Page page) {
        return new AxeBuilder(page)
            .withTags(Arrays.asList("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
            .analyze();
    }
}
