"""How well a page's text can be told from what lies behind it, measured in the page itself."""

from typing import Final

# The lightness that WCAG compares, of an element's text and of what lies behind it.
CONTRASTS: Final = """(told) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
    const channels = (colours) => {
        canvas.clearRect(0, 0, 1, 1)
        for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1) }
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
    }
    const known = new Map()
    const light = (colours) => {
        const key = colours.join()
        if (!known.has(key)) known.set(key, lightness(colours))
        return known.get(key)
    }
    const lightness = (colours) => {
        const [r, g, b] = channels(colours).map((one) => one / 255)
            .map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const behind = (one) => {
        const colours = []
        for (let box = one; box; box = box.parentElement) {
            colours.unshift(getComputedStyle(box).backgroundColor)
        }
        return ["white", ...colours]
    }
    const found = {}
    for (const one of document.querySelectorAll(told)) {
        if (one.matches(".headerlink, .quote-start") || !one.innerText.trim()) continue
        const back = behind(one)
        const pair = [light([...back, getComputedStyle(one).color]), light(back)].sort((a, b) => b - a)
        const contrast = Math.round((pair[0] + 0.05) / (pair[1] + 0.05) * 100) / 100
        const name = [one.localName, one.className, one.parentElement.className].filter(Boolean).join(".")
        if (!(name in found) || found[name] > contrast) found[name] = contrast
    }
    return { found, paper: light(behind(document.querySelector("article"))) }
}"""
